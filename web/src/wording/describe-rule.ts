import { fieldLabel } from './field-words.ts';

const RELATIONS: Readonly<Record<string, string | undefined>> = {
  right: 'Stands to the right of',
  below: 'Stands below',
  inline: 'Follows',
  before: 'Stands before',
  range: 'Is part of the period after',
};

const SYNTAXES: Readonly<Record<string, string | undefined>> = { ubl: 'UBL', cii: 'CII', fatturapa: 'FatturaPA' };

const WHOLE_RULES: Readonly<Record<string, string | undefined>> = {
  'sum:tax_lines': 'The sum of the tax lines',
  largest_amount: 'The largest amount on the page',
  'currency:printed': 'The currency is printed',
  'currency:sign': 'The currency’s sign is printed',
  'currency:country': 'The money of the country',
  'sum:rows_less_commission': 'What the rows add up to, less the commission',
  'head:registered': 'A registered name at the head of the page',
  'tax_id:form': 'It has the form of a tax number',
  'iban:checksum': 'Its check digits hold',
};

const PARTY_SOURCES: Readonly<Record<string, string | undefined>> = {
  label: 'Stands under a label of',
  block: 'A block of name and address, where',
  line: 'A line where',
};

/** `customer/block`: whose name it is, and how it was found. */
function partyRule(rest: string): string {
  const [party = '', source = ''] = rest.split('/', 2);
  const who =
    party === 'vendor' ? 'the seller' : party === 'customer' ? 'the buyer' : `the ${party.replaceAll('_', ' ')}`;
  const how = PARTY_SOURCES[source];
  if (how === undefined) return `Stands where ${who} is named`;
  return source === 'label' ? `${how} ${who}` : `${how} ${who} stands`;
}

/** The rule that chose a value, as a sentence. A rule newer than this page is shown by its own name. */
export function describeRule(rule: string): string {
  const whole = WHOLE_RULES[rule];
  if (whole !== undefined) return whole;
  const colon = rule.indexOf(':');
  const kind = colon < 0 ? rule : rule.slice(0, colon);
  const rest = colon < 0 ? '' : rule.slice(colon + 1);
  switch (kind) {
    case 'label': {
      const slash = rest.lastIndexOf('/');
      const relation = slash < 0 ? undefined : RELATIONS[rest.slice(slash + 1)];
      const label = relation === undefined ? rest : rest.slice(0, slash);
      return `${relation ?? 'Found by'} the label “${label.replaceAll('_', ' ')}”`;
    }
    case 'e-invoice':
      return `Stated by the e-invoice (${SYNTAXES[rest] ?? rest})`;
    case 'mrz':
      return 'Read from the machine-readable zone';
    case 'id-label':
      return `${RELATIONS[rest.slice(rest.lastIndexOf('/') + 1)] ?? 'Stands at'} the field’s name on the card`;
    case 'form-box':
      return /^\d/.test(rest) ? `Box ${rest} of the form` : `The box “${fieldLabel(rest)}” of the form`;
    case 'head':
      return 'Stands at the head of the page, where the seller is';
    case 'payment-code':
      return 'Read from the payment code';
    case 'learned':
      return 'Looks and lies like this field, by what was learned from many pages';
    case 'same_as':
      return `The same as “${fieldLabel(rest)}”`;
    case 'party':
      return partyRule(rest);
    case 'column':
      return `From the column “${fieldLabel(rest)}”`;
    default:
      return rule.replaceAll(/[_:/]+/g, ' ');
  }
}
