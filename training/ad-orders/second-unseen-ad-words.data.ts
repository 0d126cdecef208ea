import type { AdWord } from './ad-words.data.ts';

/** A second list of unknown words of the trade; see `generator/words/second-unseen-words.data.ts`. */
export const SECOND_UNSEEN_AD_WORDS: Readonly<Partial<Record<AdWord, string>>> = {
  orderNumber: 'Avail ticket|Schedule key|Log reference code|Sales entry',
  invoiceNumber: 'Remittance slip|Charge ticket',
  advertiser: 'Paid for by|Marketer|Spot owner|Party on air',
  agency: 'Routed by|Placing house|Time broker',
  flight: 'Live window|Weeks booked|Runs|Broadcast span',
  start: 'Kickoff|First spot|Commences',
  end: 'Wrap|Final spot|Ceases',
  gross: 'Before agency cut|Full price of time|Card value|Whole buy',
  commission: 'Cut of the house|Placing fee|Fifteen off',
  net: 'What the station keeps|After the cut|Remittance expected',
  product: 'Copy|Theme|What is sold',
  estimate: 'Plan code|Buyer worksheet',
  executive: 'Your contact|Looked after by',
} ;
