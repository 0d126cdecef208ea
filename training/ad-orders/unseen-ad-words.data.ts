import type { AdWord } from './ad-words.data.ts';

/** Words of the trade that the engine's table of labels does not know; see `generator/words/unseen-words.data.ts`. */
export const UNSEEN_AD_WORDS: Readonly<Partial<Record<AdWord, string>>> = {
  orderNumber: 'Booking mark|Buy key|Traffic key|Placement key',
  invoiceNumber: 'Billing mark|Slip key',
  advertiser: 'Message of|Airtime purchaser|On behalf of|Spots for',
  agency: 'Placed through|Bought by|Handled by',
  flight: 'On air|Airs|Live between|Weeks on air',
  start: 'Goes live|Opens|First day',
  end: 'Goes dark|Closes|Last day',
  gross: 'Before agency share|Card value|Full airtime value',
  commission: 'Agency share|Retained share',
  net: 'To the outlet|After agency share',
};
