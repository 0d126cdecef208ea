import type { ReadPart } from '#engine/model';

/**
 * Merges an XML invoice with the pages that show it into one document. They belong together if they share a name, or if
 * there is exactly one of each.
 */
export function pairInvoices(parts: readonly ReadPart[]): ReadPart[] {
  const invoices = parts.filter(({ pages, structured }) => pages === 0 && structured !== undefined);
  const sheets = parts.filter(({ pages, structured }) => pages > 0 && structured === undefined);
  const only = invoices.length === 1 && sheets.length === 1;
  const paired = new Map<ReadPart, ReadPart>();
  for (const invoice of invoices) {
    const sheet = sheets.find((part) => !paired.has(part) && (only || stem(part.name) === stem(invoice.name)));
    if (sheet !== undefined) paired.set(sheet, invoice);
  }
  const taken = new Set(paired.values());
  return parts
    .filter((part) => !taken.has(part))
    .map((part) => {
      const structured = paired.get(part)?.structured;
      return structured === undefined ? part : { ...part, structured };
    });
}

function stem(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('›')) + 1).trim();
  return last.replace(/\.[^.]*$/, '').toLowerCase();
}
