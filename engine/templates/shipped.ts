import type { SchemaTemplate } from '#core/domain/schema-template';
import { FINANCIAL_TEMPLATES } from './financial.data.ts';
import { INSURANCE_TEMPLATES } from './insurance.data.ts';
import { LEGAL_TEMPLATES } from './legal.data.ts';
import { LOGISTICS_TEMPLATES } from './logistics.data.ts';
import { PEOPLE_TEMPLATES } from './people.data.ts';
import { PUBLIC_TEMPLATES } from './public.data.ts';
import { RECEIPT_TEMPLATES } from './receipts.data.ts';
import { TAX_TEMPLATES } from './tax.data.ts';
import { TRADE_TEMPLATES } from './trade.data.ts';

/** The shipped templates, which are read by their labels. */
export const SHIPPED_TEMPLATES: readonly SchemaTemplate[] = [
  ...TRADE_TEMPLATES,
  ...RECEIPT_TEMPLATES,
  ...TAX_TEMPLATES,
  ...FINANCIAL_TEMPLATES,
  ...LOGISTICS_TEMPLATES,
  ...INSURANCE_TEMPLATES,
  ...LEGAL_TEMPLATES,
  ...PEOPLE_TEMPLATES,
  ...PUBLIC_TEMPLATES,
];

const BY_ID = new Map(SHIPPED_TEMPLATES.map((template) => [template.id, template]));

export function shippedTemplate(id: string): SchemaTemplate | undefined {
  return BY_ID.get(id);
}
