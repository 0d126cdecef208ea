import { type SchemaTemplate, TEMPLATE_FAMILIES } from '#core/domain/schema-template';
import { SHIPPED_TEMPLATES } from '#engine/templates/shipped';
import { TAX_FORMS } from '../../engine/documents/tax-forms/index.ts';

const EXAMPLE = `{
  "name": "Membership form",
  "document_type": "other",
  "only_own_fields": true,
  "fields": [
    { "name": "member_number", "kind": "identifier", "labels": ["Member no", "Mitglied Nr"], "pattern": "[A-Z]{2}\\\\d{4}" },
    { "name": "plan", "kind": "text", "labels": ["Plan", "Tarif"], "list": ["Gold", "Silver"], "required": true }
  ]
}`;

/** docs/templates.md: description of templates and list of the shipped ones. `generated` is the notice at its top. */
export function templatesPage(generated: string): string {
  const families = TEMPLATE_FAMILIES.map((family) => [family, templatesOf(family)] as const);
  return `${[
    '# Templates',
    '',
    generated,
    '',
    'A schema template says what to look for in a kind of document: fields with a kind and printed labels, rules their values keep, and a table.',
    'It is data. Shipped templates and an organization’s own run through the same engine, with evidence and states for each value.',
    '',
    '- A shipped template is taken by itself when its title stands at the head of a document; the result says so in `template`.',
    '- `template_id` of an upload names one; `GET /api/v1/templates` lists all of them.',
    '- A field that is `required`, has a `pattern` or a `list` adds a check (`required:plan`, `pattern:member_number`, `list:plan`); a value that breaks it is `needs_review`.',
    '- What a label alone leads to is never `proved`.',
    '- Your own templates are versioned: a change is a new version, and a result names the version it was read by. They are made on the page *Templates* (`/templates`) or through the API.',
    '',
    '```sh test',
    'KEY=$(cat .state/demo-key) URL=$(cat .state/address)',
    `curl -sf -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '${EXAMPLE}' "$URL/api/v1/templates"`,
    'curl -sf -H "Authorization: Bearer $KEY" "$URL/api/v1/templates?family=logistics&limit=5"',
    'curl -sf -H "Authorization: Bearer $KEY" -F "file=@.state/sample-invoice.pdf" -F template_id=commercial-invoice \\',
    '  "$URL/api/v1/inference/process-document"',
    '```',
    '',
    'At the desk: `npm run extract -- FILE --template delivery-note`, or `--template FILE.json` with a body as above.',
    '',
    `## The ${SHIPPED_TEMPLATES.length} that are read by their labels`,
    '',
    ...families.flatMap(([family, templates]) => (templates.length === 0 ? [] : table(family, templates))),
    '## Read by more than labels',
    '',
    'Invoices, credit notes, receipts, purchase orders, utility bills, bank and card statements; passports, visas and cards with a machine-readable zone, driving licences;',
    `and ${TAX_FORMS.length} tax forms with fixed boxes: ${TAX_FORMS.map(({ id }) => `\`${id}\``).join(', ')}.`,
  ].join('\n')}\n`;
}

function templatesOf(family: string): readonly SchemaTemplate[] {
  return SHIPPED_TEMPLATES.filter((template) => template.family === family);
}

function table(family: string, templates: readonly SchemaTemplate[]): readonly string[] {
  return [
    `### ${family}`,
    '',
    '| id | name | fields | columns |',
    '| --- | --- | --- | --- |',
    ...templates.map(({ id, name, fields, table }) => {
      const columns = table?.columns.map((column) => column.name).join(', ') ?? '';
      return `| \`${id}\` | ${name} | ${fields.map((field) => field.name).join(', ')} | ${columns} |`;
    }),
    '',
  ];
}
