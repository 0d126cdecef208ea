import type { FormField, FormSpec } from './form-spec.ts';
import { box } from './information-return.ts';

const EMPLOYER = 'employers name address and zip code';
const EMPLOYEE = 'employees first name and initial|employees name address and zip code|employees name|employee name';

/** Box 12 has four rows, each of a code of letters and an amount. */
function codeBoxes(row: string): readonly FormField[] {
  const caption = `12${row} code|2${row} code|12${row} see instructions|12${row}`;
  return [
    { name: `box12${row}_code`, kind: 'letters', caption, more: 'c o d e see inst for box 12' },
    { name: `box12${row}_amount`, kind: 'amount', caption, more: 'c o d e see inst for box 12' },
  ];
}

export const FORM_W_2: FormSpec = {
  id: 'w-2',
  yearly: true,
  titles: ['form w 2', 'w 2 wage and tax', 'wage and tax statement', 'omb no 1545 0008'],
  fields: [
    box('a', 'employee_ssn', 'employees social security number|employees soc sec number|employees soc sec no|employee ssn', 'tin'),
    box('b', 'employer_ein', 'employer identification number|employers fed id number|employer id number', 'tin', 'ein'),
    { name: 'employer_name', kind: 'text', box: 'c', caption: EMPLOYER, part: 'first-line' },
    { name: 'employer_address', kind: 'lines', box: 'c', caption: EMPLOYER, part: 'other-lines' },
    box('d', 'control_number', 'control number', 'identifier'),
    { name: 'employee_name', kind: 'text', box: 'e', caption: EMPLOYEE, more: 'last name suff', part: 'first-line' },
    { name: 'employee_address', kind: 'lines', box: 'e', caption: EMPLOYEE, more: 'last name suff', part: 'other-lines' },
    box('1', 'box1_wages', 'wages tips other compensation|wages tips other comp'),
    box('2', 'box2_federal_tax_withheld', 'federal income tax withheld|federal tax withheld'),
    box('3', 'box3_social_security_wages', 'social security wages'),
    box('4', 'box4_social_security_tax', 'social security tax withheld|social security tax'),
    box('5', 'box5_medicare_wages', 'medicare wages and tips|medicare wages'),
    box('6', 'box6_medicare_tax', 'medicare tax withheld|medicare tax'),
    box('7', 'box7_social_security_tips', 'social security tips'),
    box('8', 'box8_allocated_tips', 'allocated tips'),
    box('10', 'box10_dependent_care', 'dependent care benefits'),
    box('11', 'box11_nonqualified_plans', 'nonqualified plans'),
    ...['a', 'b', 'c', 'd'].flatMap(codeBoxes),
    { name: 'box13_statutory_employee', kind: 'checkbox', caption: 'statutory employee|statutory', more: 'employee' },
    { name: 'box13_retirement_plan', kind: 'checkbox', caption: 'retirement plan|retirement', more: 'plan' },
    { name: 'box13_third_party_sick_pay', kind: 'checkbox', caption: 'third party sick pay|third party', more: 'sick pay' },
    box('14', 'box14_other', 'other', 'text'),
    box('15', 'box15_state', 'state', 'letters'),
    box('15', 'box15_state_employer_id', 'employers state id number|employers state id no|state id no', 'identifier'),
    box('16', 'box16_state_wages', 'state wages tips etc|state wages'),
    box('17', 'box17_state_income_tax', 'state income tax'),
    box('18', 'box18_local_wages', 'local wages tips etc|local wages'),
    box('19', 'box19_local_income_tax', 'local income tax'),
    box('20', 'box20_locality_name', 'locality name', 'text'),
  ],
  borders: [
    'advance eic payment',
    'see instructions for box 12',
    'statutory retirement third party',
    'verification code',
    'employees address and zip code',
    'omb no',
    'safe accurate',
    'wage and tax statement',
    'copy b',
    'copy c',
    'copy a',
    'copy 2',
    'department of the treasury',
    'void',
    'for official use only',
    'visit the irs website',
  ],
};
