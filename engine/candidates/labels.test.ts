import { expect, test } from 'vitest';
import { buildLines } from '../layout/lines.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { findLabels } from './labels.ts';

const rolesOf = (text: string) =>
  documentFromText(text).pages.flatMap((page) => findLabels(buildLines(page)).flatMap(({ roles }) => roles));

test.each(['PO Box 12', 'P.O. Box 12', 'P O Box 12'])('%s is a line of an address and no order', (line) => {
  expect(rolesOf(line)).not.toContain('purchase_order_number');
});

test.each(['PO 12', 'P.O. No. 12'])('%s names an order', (line) => {
  expect(rolesOf(line)).toContain('purchase_order_number');
});
