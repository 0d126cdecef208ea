import type { FormSpec } from './form-spec.ts';
import { box, PAYER_AND_RECIPIENT, partyFields, RETURN_BORDERS } from './information-return.ts';

export const FORM_1099_NEC: FormSpec = {
  id: '1099-nec',
  yearly: true,
  titles: ['form 1099 nec', '1099 nec'],
  fields: [
    ...partyFields(PAYER_AND_RECIPIENT),
    box('1', 'box1_nonemployee_compensation', 'nonemployee compensation'),
    box('3', 'box3_golden_parachute', 'excess golden parachute payments'),
    box('4', 'box4_federal_tax_withheld', 'federal income tax withheld'),
    box('5', 'box5_state_tax_withheld', 'state tax withheld'),
    box('6', 'box6_state_number', 'state payers state no', 'identifier'),
    box('7', 'box7_state_income', 'state income'),
  ],
  borders: [...RETURN_BORDERS, 'payer made direct sales'],
};
