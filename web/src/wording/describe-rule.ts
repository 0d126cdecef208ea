import { fieldLabel } from './field-words.ts';

const RELATIONS: Readonly<Record<string, string | undefined>> = {
  right: 'To the right of',
  below: 'Below',
  inline: 'Follows',
  before: 'Before',
  range: 'Part of the period after',
};

const SYNTAXES: Readonly<Record<string, string | undefined>> = { ubl: 'UBL', cii: 'CII', fatturapa: 'FatturaPA' };

const WHOLE_RULES: Readonly<Record<string, string | undefined>> = {
  'sum:tax_lines': 'The sum of the tax lines',
  largest_amount: 'The largest amount on the page',
  'currency:printed': 'Printed currency code',
  'currency:sign': 'Printed currency symbol',
  'currency:country': 'Currency of the country',
  'sum:rows_less_commission': 'Sum of the rows minus the commission',
  'head:registered': 'Registered company name at the top of the page',
  'tax_id:form': 'Has the format of a tax number',
  'iban:checksum': 'Valid check digits',
};

const PARTY_SOURCES: Readonly<Record<string, string | undefined>> = {
  label: 'Under a label of',
  block: 'A name and address block of',
  line: 'A line of',
};

/** `customer/block`: the party, and how it was found. */
function partyRule(rest: string): string {
  const [party = '', source = ''] = rest.split('/', 2);
  const who =
    party === 'vendor' ? 'the seller' : party === 'customer' ? 'the buyer' : `the ${party.replaceAll('_', ' ')}`;
  const how = PARTY_SOURCES[source];
  return `${how ?? 'From the details of'} ${who}`;
}

/** Describes the rule that chose a value. An unknown rule is spelled out from its name. */
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
      return `From the e-invoice (${SYNTAXES[rest] ?? rest})`;
    case 'bank-file':
      return `From the bank’s data file (${rest.toUpperCase()})`;
    case 'mrz':
      return 'Read from the machine-readable zone';
    case 'id-label':
      return `${RELATIONS[rest.slice(rest.lastIndexOf('/') + 1)] ?? 'At'} the field’s name on the card`;
    case 'form-box':
      return /^\d/.test(rest) ? `Box ${rest} of the form` : `The box “${fieldLabel(rest)}” of the form`;
    case 'head':
      return 'At the top of the page, where the seller is named';
    case 'payment-code':
      return 'Read from the payment code';
    case 'learned':
      return 'Predicted by the model from its text and position';
    case 'same_as':
      return `Same as “${fieldLabel(rest)}”`;
    case 'party':
      return partyRule(rest);
    case 'column':
      return `From the column “${fieldLabel(rest)}”`;
    default:
      return rule.replaceAll(/[_:/]+/g, ' ');
  }
}
