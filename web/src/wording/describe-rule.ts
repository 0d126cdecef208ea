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
};

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
    case 'column':
      return `From the column “${fieldLabel(rest)}”`;
    default:
      return rule.replaceAll(/[_:/]+/g, ' ');
  }
}
