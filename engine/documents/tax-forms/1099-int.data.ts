import type { FormSpec } from './form-spec.ts';
import { box, PAYER_AND_RECIPIENT, partyFields, RETURN_BORDERS } from './information-return.ts';

export const FORM_1099_INT: FormSpec = {
  id: '1099-int',
  yearly: true,
  titles: ['form 1099 int', '1099 int', 'omb no 1545 0112'],
  fields: [
    ...partyFields(PAYER_AND_RECIPIENT),
    box('1', 'box1_interest_income', 'interest income'),
    box('2', 'box2_early_withdrawal_penalty', 'early withdrawal penalty'),
    box('3', 'box3_us_savings_bonds_interest', 'interest on us savings bonds and', 'amount', 'treasury obligations treas'),
    box('4', 'box4_federal_tax_withheld', 'federal income tax withheld'),
    box('5', 'box5_investment_expenses', 'investment expenses'),
    box('6', 'box6_foreign_tax_paid', 'foreign tax paid'),
    box('8', 'box8_tax_exempt_interest', 'tax exempt interest'),
    box('9', 'box9_private_activity_bond_interest', 'specified private activity bond', 'amount', 'interest'),
    box('10', 'box10_market_discount', 'market discount'),
    box('11', 'box11_bond_premium', 'bond premium'),
    box('12', 'box12_bond_premium_treasury', 'bond premium on treasury obligations'),
    box('13', 'box13_bond_premium_tax_exempt', 'bond premium on tax exempt bond'),
    box('14', 'box14_cusip', 'tax exempt and tax credit', 'identifier', 'bond cusip no'),
    box('15', 'box15_state', 'state', 'identifier'),
  ],
  borders: [...RETURN_BORDERS, 'foreign country or us possession', 'payers rtn'],
};
