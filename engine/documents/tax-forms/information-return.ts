import type { FieldKind, FormField } from './form-spec.ts';

/** A numbered box, like most boxes of these forms. */
export function box(number: string, name: string, caption: string, kind: FieldKind = 'amount', more = ''): FormField {
  return { name, kind, box: number, caption, ...(more !== '' && { more }) };
}

/** Names of the parties in the captions of an information return: `payer`, `recipient`; `filer`, `student`. */
export interface ReturnParties {
  readonly payer: string;
  readonly recipient: string;
}

const NAME_AND_ADDRESS =
  'name street address city or town state or province country zip or foreign postal code and telephone no number';

/** The boxes on the left side of every 1098 and 1099. */
export function partyFields({ payer, recipient }: ReturnParties): readonly FormField[] {
  const payerCaption = each(payer, (word) => `${word} name street address|${word} name address|${word} name`);
  const recipientCaption = each(recipient, (word) => `${word} name`);
  return [
    { name: 'payer_name', kind: 'text', caption: payerCaption, more: NAME_AND_ADDRESS, part: 'first-line' },
    { name: 'payer_address', kind: 'lines', caption: payerCaption, more: NAME_AND_ADDRESS, part: 'other-lines' },
    { name: 'payer_tin', kind: 'tin', caption: tinCaption(payer), more: 'number no federal' },
    { name: 'recipient_tin', kind: 'tin', caption: tinCaption(recipient), more: 'number no' },
    { name: 'recipient_name', kind: 'text', caption: recipientCaption, part: 'first-line' },
    { name: 'recipient_address', kind: 'text', caption: 'street address including apt no', joined: true },
    {
      name: 'recipient_address',
      kind: 'text',
      caption: 'city or town state or province country and zip',
      more: 'or foreign postal code',
      joined: true,
    },
    {
      name: 'account_number',
      kind: 'identifier',
      caption: 'account number see instructions|account number',
      more: 'see instructions',
    },
    FATCA_FILING,
  ];
}

/** The box of the Foreign Account Tax Compliance Act, beside the account number. */
const FATCA_FILING: FormField = {
  name: 'fatca_filing',
  kind: 'checkbox',
  caption: 'fatca filing',
  more: 'requirement',
};

function tinCaption(words: string): string {
  return each(
    words,
    (word) => `${word} tin|${word} federal identification|${word} identification number|${word} social security number`,
  );
}

function each(words: string, write: (word: string) => string): string {
  return words.split('|').map(write).join('|');
}

export const PAYER_AND_RECIPIENT: ReturnParties = { payer: 'payers', recipient: 'recipients' };

/** Texts beside and between the boxes of every information return. */
export const RETURN_BORDERS: readonly string[] = [
  'omb no',
  'copy a',
  'copy b',
  'copy c',
  'copy 1',
  'copy 2',
  'corrected if checked',
  'corrected',
  '2nd tin not',
  'department of the treasury',
  'for privacy act',
  'this is important tax',
  'substitute',
  'state identification no',
  'state payers state no',
  'state tax withheld',
  'state income',
  'keep for your records',
];

/** Box 12 has four rows, each with a letter code and an amount. */
export function codeBoxes(row: string): readonly FormField[] {
  const caption = `12${row} code|2${row} code|12${row} see instructions|12${row}`;
  return [
    { name: `box12${row}_code`, kind: 'letters', caption, more: 'c o d e see inst for box 12' },
    { name: `box12${row}_amount`, kind: 'amount', caption, more: 'c o d e see inst for box 12' },
  ];
}

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** Boxes of the months, starting with this number. */
export const monthBoxes = (first: number): readonly FormField[] =>
  MONTHS.map((month, index) => {
    const number = String(first + index);
    return box(number, `box${number}_${month}`, month);
  });
