import type { FormSpec } from './form-spec.ts';
import { box, PAYER_AND_RECIPIENT, partyFields, RETURN_BORDERS } from './information-return.ts';

export const FORM_1099_MISC: FormSpec = {
  id: '1099-misc',
  yearly: true,
  titles: ['form 1099 misc', 'form1099misc', '1099 misc', 'omb no 1545 0115'],
  fields: [
    ...partyFields(PAYER_AND_RECIPIENT),
    box('1', 'box1_rents', 'rents'),
    box('2', 'box2_royalties', 'royalties'),
    box('3', 'box3_other_income', 'other income'),
    box('4', 'box4_federal_tax_withheld', 'federal income tax withheld'),
    box('5', 'box5_fishing_boat_proceeds', 'fishing boat proceeds'),
    box('6', 'box6_medical_payments', 'medical and health care payments|medical and health care'),
    box('7', 'box7_direct_sales', 'payer made direct sales', 'checkbox'),
    box('8', 'box8_substitute_payments', 'substitute payments in lieu of', 'amount', 'dividends or interest'),
    box('9', 'box9_crop_insurance', 'crop insurance proceeds'),
    box('10', 'box10_gross_proceeds_attorney', 'gross proceeds paid to an', 'amount', 'attorney'),
    box('11', 'box11_fish_resale', 'fish purchased for resale'),
    box('12', 'box12_section_409a_deferrals', 'section 409a deferrals'),
    box('13', 'box13_golden_parachute', 'excess golden parachute', 'amount', 'payments'),
    box('14', 'box14_nonqualified_deferred', 'nonqualified deferred', 'amount', 'compensation'),
    box('15', 'box15_state_tax_withheld', 'state tax withheld'),
    box('16', 'box16_state_number', 'state payers state no', 'identifier'),
    box('17', 'box17_state_income', 'state income'),
  ],
  borders: RETURN_BORDERS,
};
