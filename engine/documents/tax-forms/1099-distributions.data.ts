import type { FormSpec } from './form-spec.ts';
import { box, PAYER_AND_RECIPIENT, partyFields, RETURN_BORDERS } from './information-return.ts';

/** Distributions: pensions and annuities, health savings, education; and the discount on debt issued below its value. */
export const FORM_1099_R: FormSpec = {
  id: '1099-r',
  yearly: true,
  titles: ['form 1099 r', '1099 r', 'distributions from pensions annuities', 'omb no 1545 0119'],
  fields: [
    ...partyFields(PAYER_AND_RECIPIENT),
    box('1', 'box1_gross_distribution', 'gross distribution'),
    box('2a', 'box2a_taxable_amount', 'taxable amount'),
    box('2b', 'box2b_taxable_amount_not_determined', 'taxable amount not determined', 'checkbox'),
    { name: 'box2b_total_distribution', kind: 'checkbox', caption: 'total distribution' },
    box('3', 'box3_capital_gain', 'capital gain included in|capital gain', 'amount', 'included in box 2a'),
    box('4', 'box4_federal_tax_withheld', 'federal income tax withheld|federal income tax', 'amount', 'withheld'),
    box('5', 'box5_employee_contributions', 'employee contributions', 'amount', 'designated roth contributions or insurance premiums'),
    box('6', 'box6_net_unrealized_appreciation', 'net unrealized appreciation in|net unrealized appreciation|net unrealized', 'amount', 'appreciation in employers securities'),
    box('7', 'box7_distribution_codes', 'distribution code s|distribution codes|distribution code', 'identifier'),
    { name: 'box7_ira_sep_simple', kind: 'checkbox', caption: 'ira sep simple|ira sep', more: 'simple' },
    box('8', 'box8_other', 'other'),
    box('9b', 'box9b_total_employee_contributions', 'total employee contributions'),
    box('10', 'box10_irr_allocation', 'amount allocable to irr|amount allocable', 'amount', 'within 5 years to irr'),
    box('11', 'box11_first_roth_year', '1st year of desig|first year of desig', 'identifier', 'roth contrib'),
    box('13', 'box13_payment_date', 'date of payment|date of', 'date', 'payment'),
    box('14', 'box14_state_tax_withheld', 'state tax withheld'),
    box('15', 'box15_state_number', 'state payers state no', 'identifier'),
    box('16', 'box16_state_distribution', 'state distribution'),
    box('17', 'box17_local_tax_withheld', 'local tax withheld'),
    box('18', 'box18_locality_name', 'name of locality', 'text'),
    box('19', 'box19_local_distribution', 'local distribution'),
  ],
  borders: [...RETURN_BORDERS.filter((border) => !border.startsWith('state ')), 'your percentage of total', 'report this income on', 'distributions from'],
};

export const FORM_1099_SA: FormSpec = {
  id: '1099-sa',
  yearly: true,
  titles: ['form 1099 sa', '1099 sa', 'distributions from an hsa', 'omb no 1545 1517'],
  fields: [
    ...partyFields({ payer: 'trustees payers|payers', recipient: 'recipients' }),
    box('1', 'box1_gross_distribution', 'gross distribution'),
    box('2', 'box2_earnings_on_excess', 'earnings on excess cont|earnings on excess contributions'),
    box('3', 'box3_distribution_code', 'distribution code', 'identifier'),
    box('4', 'box4_fmv_on_date_of_death', 'fmv on date of death'),
  ],
  borders: [...RETURN_BORDERS, 'hsa', 'archer', 'ma msa'],
};

export const FORM_1099_Q: FormSpec = {
  id: '1099-q',
  yearly: true,
  titles: ['form 1099 q', '1099 q', 'payments from qualified', 'omb no 1545 1760'],
  fields: [
    ...partyFields({ payer: 'payers trustees|payers', recipient: 'recipients' }),
    box('1', 'box1_gross_distribution', 'gross distribution'),
    box('2', 'box2_earnings', 'earnings'),
    box('3', 'box3_basis', 'basis'),
    box('4', 'box4_trustee_transfer', 'trustee to trustee', 'checkbox', 'transfer'),
  ],
  borders: [...RETURN_BORDERS, 'distribution is from', 'check if the recipient is', 'if the fair market value'],
};

export const FORM_1099_OID: FormSpec = {
  id: '1099-oid',
  yearly: true,
  titles: ['form 1099 oid', '1099 oid', 'original issue discount', 'omb no 1545 0117'],
  fields: [
    ...partyFields(PAYER_AND_RECIPIENT),
    box('1', 'box1_original_issue_discount', 'original issue discount for the year|original issue discount for', 'amount', 'the year'),
    box('2', 'box2_other_periodic_interest', 'other periodic interest'),
    box('3', 'box3_early_withdrawal_penalty', 'early withdrawal penalty'),
    box('4', 'box4_federal_tax_withheld', 'federal income tax withheld'),
    box('5', 'box5_market_discount', 'market discount'),
    box('6', 'box6_acquisition_premium', 'acquisition premium'),
    box('7', 'box7_description', 'description', 'text'),
    box('8', 'box8_treasury_discount', 'original issue discount on us|original issue discount on u s', 'amount', 'treasury obligations'),
    box('9', 'box9_investment_expenses', 'investment expenses'),
    box('10', 'box10_bond_premium', 'bond premium'),
    box('11', 'box11_tax_exempt_discount', 'tax exempt oid'),
  ],
  borders: RETURN_BORDERS,
};
