import type { FormSpec } from './form-spec.ts';
import { box, PAYER_AND_RECIPIENT, partyFields, RETURN_BORDERS } from './information-return.ts';

export const FORM_1099_DIV: FormSpec = {
  id: '1099-div',
  yearly: true,
  titles: ['form 1099 div', '1099 div', 'omb no 1545 0110'],
  fields: [
    ...partyFields(PAYER_AND_RECIPIENT),
    box('1a', 'box1a_total_ordinary_dividends', 'total ordinary dividends'),
    box('1b', 'box1b_qualified_dividends', 'qualified dividends'),
    box('2a', 'box2a_total_capital_gain', 'total capital gain distr'),
    box('2b', 'box2b_unrecaptured_1250_gain', 'unrecap sec 1250 gain'),
    box('2c', 'box2c_section_1202_gain', 'section 1202 gain'),
    box('2d', 'box2d_collectibles_gain', 'collectibles 28% gain|collectibles 28 % gain|collectibles'),
    box('2e', 'box2e_section_897_dividends', 'section 897 ordinary dividends'),
    box('2f', 'box2f_section_897_gain', 'section 897 capital gain'),
    box('3', 'box3_nondividend_distributions', 'nondividend distributions'),
    box('4', 'box4_federal_tax_withheld', 'federal income tax withheld'),
    box('5', 'box5_section_199a_dividends', 'section 199a dividends'),
    box('6', 'box6_investment_expenses', 'investment expenses'),
    box('7', 'box7_foreign_tax_paid', 'foreign tax paid'),
    box('9', 'box9_cash_liquidation', 'cash liquidation distributions'),
    box('10', 'box10_noncash_liquidation', 'noncash liquidation distributions'),
    box('12', 'box12_exempt_interest_dividends', 'exempt interest dividends'),
    box('13', 'box13_private_activity_bond_dividends', 'specified private activity', 'amount', 'bond interest dividends'),
  ],
  borders: [...RETURN_BORDERS, 'foreign country or us possession', 'state'],
};
