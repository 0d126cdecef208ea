import type { TemplateFieldKind } from '#core/domain/schema-template';

export const KIND_LABELS: Readonly<Record<TemplateFieldKind, string>> = {
  amount: 'Amount of money',
  number: 'Number, measure or rate',
  date: 'Date',
  time: 'Time',
  identifier: 'Identifier (number or code)',
  text: 'One line of text',
  name: 'Name (first line of a block)',
  address: 'Address (lines of a block)',
  email: 'E-mail address',
  phone: 'Phone number',
  iban: 'IBAN',
  tax_id: 'Tax number',
  checkbox: 'Checkbox',
};
