import type { FormSpec } from './form-spec.ts';
import { box, partyFields, RETURN_BORDERS } from './information-return.ts';

/** Interest and tuition: the filer is the payer in our field names, the borrower or student the recipient. */
export const FORM_1098: FormSpec = {
  id: '1098',
  yearly: true,
  titles: ['form 1098', 'mortgage interest statement', 'omb no 1545 1380'],
  fields: [
    ...partyFields({ payer: 'recipients lenders|recipients', recipient: 'payers borrowers|payers' }),
    box('1', 'box1_mortgage_interest', 'mortgage interest received from|mortgage interest received', 'amount', 'payers borrowers payer borrower s'),
    box('2', 'box2_outstanding_principal', 'outstanding mortgage principal|outstanding mortgage', 'amount', 'principal'),
    box('3', 'box3_origination_date', 'mortgage origination date', 'date'),
    box('4', 'box4_refund_overpaid_interest', 'refund of overpaid interest|refund of overpaid', 'amount', 'interest'),
    box('5', 'box5_mortgage_insurance_premiums', 'mortgage insurance premiums|mortgage insurance', 'amount', 'premiums'),
    box('6', 'box6_points_paid', 'points paid on purchase of', 'amount', 'principal residence'),
    box('9', 'box9_number_of_properties', 'number of properties securing the mortgage|number of properties securing', 'identifier', 'the mortgage'),
    box('11', 'box11_acquisition_date', 'mortgage acquisition date|mortgage acquisition', 'date'),
  ],
  borders: [
    ...RETURN_BORDERS,
    'caution the amount shown',
    'if address of property securing mortgage',
    'address or description of property',
    'other',
  ],
};

export const FORM_1098_E: FormSpec = {
  id: '1098-e',
  yearly: true,
  titles: ['form 1098 e', 'student loan interest statement', 'omb no 1545 1576'],
  fields: [
    ...partyFields({ payer: 'recipients lenders|lenders|recipients', recipient: 'borrowers' }),
    box('1', 'box1_student_loan_interest', 'student loan interest received by lender|student loan interest received'),
  ],
  borders: [...RETURN_BORDERS, 'if checked box 1 does not'],
};

export const FORM_1098_T: FormSpec = {
  id: '1098-t',
  yearly: true,
  titles: ['form 1098 t', 'tuition statement', 'omb no 1545 1574'],
  fields: [
    ...partyFields({ payer: 'filers', recipient: 'students' }),
    box('1', 'box1_payments_received', 'payments received for', 'amount', 'qualified tuition and related expenses'),
    box('4', 'box4_adjustments_prior_year', 'adjustments made for a', 'amount', 'prior year'),
    box('5', 'box5_scholarships', 'scholarships or grants'),
    box('6', 'box6_adjustments_scholarships', 'adjustments to', 'amount', 'scholarships or grants for a prior year'),
    box('10', 'box10_insurance_refund', 'ins contract reimb refund|ins contract reimb', 'amount', 'refund'),
  ],
  borders: [
    ...RETURN_BORDERS,
    'service provider acct no',
    'checked if the amount in',
    'check if the amount in',
    'check if at least half time',
    'checked if at least half time',
    'check if a graduate',
    'checked if a graduate',
  ],
};
