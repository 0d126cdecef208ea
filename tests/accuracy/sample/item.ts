import type { SampleItem } from './spec.ts';

/** An item; `unitPrice` in cents. */
export function item(
  description: string,
  quantity: number,
  unitPrice: number,
  taxPercent: number,
  more: Partial<SampleItem> = {},
): SampleItem {
  return { description, quantity: Math.round(quantity * 1000), unitPrice, taxPercent, ...more };
}
