import { expect, test } from 'vitest';
import { buildLines } from '../../layout/lines.ts';
import type { ReadPage, Word } from '../../model.ts';
import { resolveTaxForm } from './tax-form.ts';

type Drawn = readonly [x: number, y: number, text: string];

const LETTER = 3.6;
const SIZE = 7;

function pageOf(drawn: readonly Drawn[], confidence?: number): ReadPage {
  const words = drawn.flatMap(([x, y, text]) => {
    let at = x;
    return text.split(' ').map((part): Word => {
      const x0 = at;
      at += (part.length + 1) * LETTER;
      const box = [x0, y, x0 + part.length * LETTER, y + SIZE] as const;
      return { text: part, box, size: SIZE, bold: false, ...(confidence !== undefined && { confidence }) };
    });
  });
  return { page: 1, width: 612, height: 792, unit: 'pt', source: 'text-layer', words };
}

const read = (drawn: readonly Drawn[], confidence?: number) => resolveTaxForm([buildLines(pageOf(drawn, confidence))]);

function valuesOf(reading: ReturnType<typeof read>) {
  return Object.fromEntries([...(reading?.choices ?? [])].map(([name, { value }]) => [name, value]));
}

const WAGES: readonly Drawn[] = [
  [40, 40, 'a Employee’s social security number'],
  [60, 52, '123-45-6789'],
  [40, 70, 'b Employer identification number (EIN)'],
  [60, 82, '98-7654321'],
  [300, 70, '1 Wages, tips, other compensation'],
  [340, 84, '50,000.00'],
  [450, 70, '2 Federal income tax withheld'],
  [480, 84, '6,100.00'],
  [40, 100, 'c Employer’s name, address, and ZIP code'],
  [50, 112, 'Lakeside Tools LLC'],
  [50, 122, '12 Harbor Road'],
  [50, 132, 'Salem OR 97301'],
  [300, 100, '3 Social security wages'],
  [340, 114, '50,000.00'],
  [450, 100, '4 Social security tax withheld'],
  [480, 114, '3,100.00'],
  [300, 130, '5 Medicare wages and tips'],
  [450, 130, '6 Medicare tax withheld'],
  [340, 144, '50,000.00'],
  [480, 144, '725.00'],
  [300, 160, '7 Social security tips'],
  [450, 160, '8 Allocated tips'],
  [480, 174, '99.00'],
  [40, 190, 'Form W-2 Wage and Tax Statement'],
  [260, 190, '2024'],
];

test('boxes of a W-2 are read below their captions, an empty one stays empty', () => {
  expect(valuesOf(read(WAGES))).toEqual({
    employee_ssn: '123-45-6789',
    employer_ein: '98-7654321',
    employer_name: 'Lakeside Tools LLC',
    employer_address: '12 Harbor Road, Salem OR 97301',
    box1_wages: '50000.00',
    box2_federal_tax_withheld: '6100.00',
    box3_social_security_wages: '50000.00',
    box4_social_security_tax: '3100.00',
    box5_medicare_wages: '50000.00',
    box6_medicare_tax: '725.00',
    box8_allocated_tips: '99.00',
    tax_year: '2024',
  });
});

test('payroll taxes that follow from the wages are proved, others are not', () => {
  const reading = read(WAGES);
  expect(reading?.choices.get('box4_social_security_tax')).toMatchObject({ proof: true });
  expect(reading?.choices.get('box2_federal_tax_withheld')).toMatchObject({ proof: false });
  const other = read(WAGES.map(([x, y, text]) => [x, y, text === '3,100.00' ? '3,900.00' : text]));
  expect(other?.choices.get('box4_social_security_tax')).toMatchObject({ value: '3900.00', proof: false });
  expect(other?.checks.map(({ rule }) => rule)).toEqual(['payroll_tax:box6_medicare_tax']);
});

test('a value printed above its caption is taken only when no other box has it', () => {
  const above = WAGES.map(([x, y, text]): Drawn => (/^\d{1,2} /.test(text) ? [x, y + 16, text] : [x, y, text]));
  const without = above.filter(([, , text]) => text !== '99.00');
  const values = valuesOf(read(without));
  expect(values).not.toHaveProperty('box8_allocated_tips');
});

test('a caption that is recognised with wrong letters still names its box', () => {
  const misread = WAGES.map(
    ([x, y, text]): Drawn => [x, y, text.replace('Medicare', 'Madicare').replace('withheld', 'wthheld')],
  );
  expect(valuesOf(read(misread, 0.9))).toMatchObject({ box5_medicare_wages: '50000.00', box6_medicare_tax: '725.00' });
});

test('an amount that lost its decimal point goes to a person with both readings; digital text is taken as it is', () => {
  const lost = WAGES.map(([x, y, text]): Drawn => [x, y, text === '6,100.00' ? '610000' : text]);
  expect(read(lost, 0.9)?.choices.get('box2_federal_tax_withheld')).toMatchObject({
    value: '6100.00',
    ambiguous: true,
    alternatives: [{ value: '610000.00' }],
  });
  expect(valuesOf(read(lost))).toMatchObject({ box2_federal_tax_withheld: '610000.00' });
});

const COPY: readonly Drawn[] = [
  [300, 40, '1 Rents'],
  [300, 54, '$'],
  [360, 54, '1,500.00'],
  [400, 40, 'OMB No. 1545-0115'],
  [300, 70, '2 Royalties'],
  [300, 84, '$'],
  [40, 40, 'PAYER’S name, street address, city or town, state or province, country, ZIP'],
  [40, 48, 'or foreign postal code, and telephone no.'],
  [42, 58, 'Riverbank Rentals'],
  [42, 66, '9 Mill Lane'],
  [42, 74, 'Dover, DE 19901'],
  [42, 82, '555-123-4567'],
  [40, 110, 'PAYER’S TIN'],
  [170, 110, 'RECIPIENT’S TIN'],
  [60, 122, '12-1234567'],
  [190, 122, '987-65-4321'],
  [40, 140, 'RECIPIENT’S name'],
  [42, 152, 'Jane Sample'],
  [40, 166, 'Street address (including apt. no.)'],
  [42, 178, '4 Oak Street'],
  [40, 192, 'City or town, state or province, country, and ZIP or foreign postal code'],
  [42, 204, 'Dover, DE 19904'],
  [400, 110, '4 Federal income tax withheld'],
  [400, 124, '$'],
  [460, 124, '300.00'],
  [40, 230, 'Form 1099-MISC'],
];

test('a combined box gives name and address, without the telephone number; two boxes give one address', () => {
  expect(valuesOf(read(COPY))).toMatchObject({
    payer_name: 'Riverbank Rentals',
    payer_address: '9 Mill Lane, Dover, DE 19901',
    payer_tin: '12-1234567',
    recipient_tin: '987-65-4321',
    recipient_name: 'Jane Sample',
    recipient_address: '4 Oak Street, Dover, DE 19904',
    box1_rents: '1500.00',
    box4_federal_tax_withheld: '300.00',
  });
});

test('a box with only its sign has no amount', () => {
  expect(valuesOf(read(COPY))).not.toHaveProperty('box2_royalties');
});

test('of two copies on a page that agree the value stands once, with one reading', () => {
  const twice = [...COPY, ...COPY.map(([x, y, text]): Drawn => [x, y + 300, text])];
  expect(valuesOf(read(twice))).toMatchObject({ box1_rents: '1500.00', payer_tin: '12-1234567' });
});

test('a letter that mentions a form is no form', () => {
  expect(read([[40, 40, 'Please send us your Form W-9 before Friday.']])).toBeUndefined();
});

/** Two adjacent ruled boxes; of the second caption only the number was recognised. */
const RULED: readonly Drawn[] = [
  [20, 30, 'Form 1099-DIV Dividends and Distributions'],
  [20, 60, '1a Total ordinary dividends'],
  [90, 76, '120.00'],
  [160, 60, '1b'],
  [230, 76, '30.00'],
  [20, 100, '2a Total capital gain distr.'],
  [90, 116, '7.00'],
];

test('a value in a ruled box belongs to the number the box begins with, whatever became of its caption', () => {
  const page = {
    ...pageOf(RULED, 0.9),
    cells: [
      [15, 55, 150, 95],
      [151, 55, 300, 95],
      [15, 96, 150, 130],
    ] as const,
  };
  const reading = resolveTaxForm([buildLines(page)]);
  expect(valuesOf(reading)).toMatchObject({
    box1a_total_ordinary_dividends: '120.00',
    box1b_qualified_dividends: '30.00',
    box2a_total_capital_gain: '7.00',
  });
  expect(valuesOf(read(RULED, 0.9))).not.toHaveProperty('box1b_qualified_dividends');
});

test('a point in the place of a comma of thousands is no decimal point', () => {
  const drawn = WAGES.map(([x, y, text]): Drawn => [x, y, text === '6,100.00' ? '$6.100.00' : text]);
  expect(valuesOf(read(drawn, 0.9))).toMatchObject({ box2_federal_tax_withheld: '6100.00' });
});

const CHECKED: readonly Drawn[] = [
  [40, 30, 'Form 1099-MISC Miscellaneous Information'],
  [200, 60, '1 Rents'],
  [240, 76, '1,500'],
  [200, 100, '2 Royalties'],
  [240, 116, '350'],
  [200, 140, '7 Payer made direct sales'],
  [400, 140, '10 Gross proceeds paid to an'],
  [40, 200, 'Account number (see instructions)'],
  [60, 216, 'A-77'],
  [180, 200, 'FATCA filing'],
];

test('what the form itself holds as it is printed is proved; a box of another value is not', () => {
  const widgets = [
    { box: [230, 70, 300, 88], value: '1,500' },
    { box: [230, 110, 300, 128], value: '35' },
    { box: [182, 212, 192, 222], checked: true },
    { box: [260, 156, 270, 166], checked: false },
  ] as const;
  const reading = resolveTaxForm([buildLines({ ...pageOf(CHECKED), widgets })]);
  expect(reading?.choices.get('box1_rents')).toMatchObject({ value: '1500.00', proof: true });
  expect(reading?.checks).toContainEqual(expect.objectContaining({ rule: 'form_field:box1_rents', ok: true }));
  expect(reading?.choices.get('box2_royalties')).toMatchObject({ value: '350.00', proof: false });
  expect(valuesOf(reading)).toMatchObject({ fatca_filing: 'selected', box7_direct_sales: 'unselected' });
});

test('without fields of its own a form says of a box only that it is marked', () => {
  const printed = valuesOf(read([...CHECKED, [182, 212, '✔']]));
  expect(printed).toMatchObject({ fatca_filing: 'selected' });
  expect(printed).not.toHaveProperty('box7_direct_sales');
});

test('two copies that agree prove a number, two that differ do not', () => {
  const copy = (dy: number, ssn: string) => [
    ...WAGES.filter(([, , text]) => text !== '123-45-6789').map(([x, y, text]): Drawn => [x, y + dy, text]),
    [60, 52 + dy, ssn] as Drawn,
  ];
  const same = read([...copy(0, '123-45-6789'), ...copy(300, '123-45-6789')]);
  expect(same?.choices.get('employee_ssn')).toMatchObject({ proof: true });
  const other = read([...copy(0, '123-45-6789'), ...copy(300, '123-45-6780')]);
  expect(other?.choices.get('employee_ssn')).toMatchObject({ proof: false });
});

const PARTY_BLOCKS: readonly Drawn[] = [
  [40, 30, 'Form 1098-E Student Loan Interest Statement'],
  [40, 60, 'HARBOR LENDING'],
  [40, 70, 'PO BOX 12'],
  [40, 80, 'SALEM, OR 97301'],
  [300, 60, '1 Student loan interest received by lender'],
  [320, 76, '$412.10'],
  [40, 110, 'RECIPIENT’S TIN'],
  [160, 110, 'BORROWER’S TIN'],
  [40, 122, '98-7654321'],
  [160, 122, '123-45-6789'],
  [40, 150, 'PAT SAMPLE'],
  [40, 160, '9 ELM STREET'],
  [40, 170, 'ALBANY OR 97321-0001'],
];

test('parties whose captions are lost are the two blocks that end in a postal code, the payer above', () => {
  expect(valuesOf(read(PARTY_BLOCKS, 0.9))).toMatchObject({
    payer_name: 'HARBOR LENDING',
    payer_address: 'PO BOX 12, SALEM, OR 97301',
    recipient_name: 'PAT SAMPLE',
    recipient_address: '9 ELM STREET, ALBANY OR 97321-0001',
  });
});

test('a third address leaves open who is who', () => {
  const values = valuesOf(read([...PARTY_BLOCKS, [300, 150, 'ANOTHER ONE'], [300, 160, 'EUGENE OR 97401']], 0.9));
  expect(values).not.toHaveProperty('payer_name');
});

test('a pension paid out is read by the boxes of its own form', () => {
  const form: readonly Drawn[] = [
    [40, 30, 'Form 1099-R Distributions From Pensions, Annuities'],
    [300, 50, '2023'],
    [40, 60, '1 Gross distribution'],
    [200, 60, '2a Taxable amount'],
    [60, 76, '$ 9,000.00'],
    [220, 76, '$ 8,100.00'],
    [40, 100, '4 Federal income tax withheld'],
    [200, 100, '7 Distribution code(s)'],
    [60, 116, '$ 810.00'],
    [220, 116, '7'],
    [40, 140, '16 State distribution'],
    [60, 156, '$ 8,100.00'],
  ];
  expect(valuesOf(read(form))).toMatchObject({
    tax_year: '2023',
    box1_gross_distribution: '9000.00',
    box2a_taxable_amount: '8100.00',
    box4_federal_tax_withheld: '810.00',
    box7_distribution_codes: '7',
    box16_state_distribution: '8100.00',
  });
});
