import type { FormSpec } from './form-spec.ts';
import { box, MONTHS, monthBoxes, PAYER_AND_RECIPIENT, partyFields, RETURN_BORDERS } from './information-return.ts';

/** Payments by governments, health coverage advance payments and card transactions. */
export const FORM_1099_G: FormSpec = {
  id: '1099-g',
  yearly: true,
  titles: ['form 1099 g', 'certain government payments', 'omb no 1545 0120'],
  fields: [
    ...partyFields(PAYER_AND_RECIPIENT),
    box('1', 'box1_unemployment_compensation', 'unemployment compensation'),
    box('2', 'box2_state_refund', 'state or local income tax', 'amount', 'refunds credits or offsets'),
    box('3', 'box3_box2_tax_year', 'box 2 amount is for tax year', 'identifier'),
    box('4', 'box4_federal_tax_withheld', 'federal income tax withheld'),
    box('5', 'box5_rtaa_payments', 'rtaa payments'),
    box('6', 'box6_taxable_grants', 'taxable grants'),
    box('7', 'box7_agriculture_payments', 'agriculture payments'),
    box('9', 'box9_market_gain', 'market gain'),
  ],
  borders: [...RETURN_BORDERS, 'if checked box 2 is', 'check if box 2 is', 'state'],
};

export const FORM_1099_H: FormSpec = {
  id: '1099-h',
  yearly: true,
  titles: ['form 1099 h', 'health coverage tax credit', 'omb no 1545 1813'],
  fields: [
    ...partyFields({ payer: 'issuers providers|issuers|payers', recipient: 'recipients' }),
    box('1', 'box1_hctc_amount', 'amount of hctc advance|amount of hctc', 'amount', 'payments'),
    box('2', 'box2_number_of_months', 'no of mos hctc|number of months hctc', 'identifier', 'payments received'),
    ...monthBoxes(3),
  ],
  borders: RETURN_BORDERS,
};

export const FORM_1099_K: FormSpec = {
  id: '1099-k',
  yearly: true,
  titles: ['form 1099 k', 'payment card and third party', 'omb no 1545 2205'],
  fields: [
    ...partyFields({ payer: 'filers', recipient: 'payees' }),
    box('1a', 'box1a_gross_amount', 'gross amount of payment card third', 'amount', 'party network transactions'),
    box('1b', 'box1b_card_not_present', 'card not present', 'amount', 'transactions'),
    box('2', 'box2_merchant_category', 'merchant category code', 'identifier'),
    box('3', 'box3_number_of_transactions', 'number of payment', 'identifier', 'transactions'),
    box('4', 'box4_federal_tax_withheld', 'federal income tax', 'amount', 'withheld'),
  ],
  borders: [...RETURN_BORDERS, ...MONTHS],
};
