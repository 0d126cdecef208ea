import { describe, expect, it } from 'vitest';
import type { ReadDocument, ReadPage, StructuredInvoice, StructuredSums, StructuredValue, Word } from '#engine/model';
import { resolveStructured, type StructuredResolution } from './structured.ts';

const LETTER = 5;

/** A page whose lines are given as texts at columns: `[[40, 'Total'], [300, '119,00 EUR']]`. */
function pageOf(lines: readonly (readonly (readonly [x: number, text: string])[])[]): ReadPage {
  const words: Word[] = lines.flatMap((cells, index) =>
    cells.flatMap(([x, text]) => {
      let left = x;
      return text.split(' ').map((word) => {
        const box = [left, 40 + index * 20, left + word.length * LETTER, 50 + index * 20] as const;
        left += (word.length + 0.6) * LETTER;
        return { text: word, box, size: 10, bold: false };
      });
    }),
  );
  return { page: 1, width: 600, height: 800, unit: 'pt', source: 'text-layer', words };
}

const at = (value: string, path = '/x'): StructuredValue => ({ value, path });

const SUMS: StructuredSums = {
  lineNet: at('100.00'),
  taxBasis: at('100.00'),
  tax: at('19.00'),
  grandTotal: at('119.00'),
  duePayable: at('119.00'),
  taxGroups: [{ basis: at('100.00'), tax: at('19.00') }],
};

const INVOICE: StructuredInvoice = {
  syntax: 'cii',
  documentType: 'invoice',
  fields: {
    invoice_number: at('2024-0815', '/I/ID'),
    invoice_date: at('2024-03-05'),
    vendor_name: at('Hof & Sohn GmbH'),
    vendor_address: at('Hofweg 1, 50667 Köln'),
    currency: at('EUR'),
    subtotal_amount: at('100.00'),
    tax_amount: at('19.00'),
    total_amount: at('119.00'),
    amount_due: at('119.00'),
  },
  lineItems: [{ description: at('Fresh eggs'), quantity: at('4'), unit_price: at('25.00'), amount: at('100.00') }],
  sums: SUMS,
};

const PAGE = pageOf([
  [[40, 'Hof & Sohn GmbH']],
  [[40, 'Hofweg 1']],
  [[40, '50667 Köln']],
  [
    [40, 'Rechnungsnummer:'],
    [300, '2024 - 0815'],
  ],
  [
    [40, 'Rechnungsdatum:'],
    [300, '5. März 2024'],
  ],
  [
    [40, 'Fresh eggs'],
    [200, '4'],
    [300, '25,00'],
    [400, '100,00'],
  ],
  [
    [40, 'Zwischensumme'],
    [400, '100,00 €'],
  ],
  [
    [40, 'MwSt 19 %'],
    [400, '19,00 €'],
  ],
  [
    [40, 'Gesamtbetrag'],
    [400, '119,00 €'],
  ],
]);

function resolve(invoice: StructuredInvoice, pages: readonly ReadPage[]): StructuredResolution {
  const document: ReadDocument = { mediaType: 'application/pdf', method: 'text-layer', pages, structured: invoice };
  const resolution = resolveStructured(document);
  if (resolution === undefined) throw new Error('no resolution');
  return resolution;
}

const withFields = (fields: Record<string, StructuredValue>, sums?: StructuredSums): StructuredInvoice => {
  const { sums: _, ...rest } = INVOICE;
  const merged = { ...rest, fields: { ...INVOICE.fields, ...fields } };
  return sums === undefined ? merged : { ...merged, sums };
};

describe('an e-invoice inside a PDF', () => {
  it('is proved by a page that prints the same values in its own spelling', () => {
    const { fields, checks } = resolve(INVOICE, [PAGE]);
    expect(Object.values(fields).map((field) => field.state)).toEqual(Object.keys(fields).map(() => 'proved'));
    expect(fields['invoice_number']).toMatchObject({
      value: '2024-0815',
      evidence: [{ page: 1, text: '2024 - 0815', path: '/I/ID' }],
      checks: ['xml_equals_page:invoice_number'],
    });
    expect(fields['total_amount']?.evidence[0]?.box?.[0]).toBe(400);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
  });

  it('points at every line of an address', () => {
    const { fields } = resolve(INVOICE, [PAGE]);
    expect(fields['vendor_address']?.evidence.map(({ text }) => text)).toEqual(['Hofweg 1', '50667 Köln']);
  });

  it('keeps the value and asks a person when the page prints another total', () => {
    const forged = withFields({ total_amount: at('219.00'), amount_due: at('219.00') });
    const { fields, checks } = resolve(forged, [PAGE]);
    expect(fields['total_amount']).toMatchObject({
      value: '219.00',
      state: 'needs_review',
      alternatives: [{ value: '119.00' }],
    });
    expect(fields['total_amount']?.evidence.at(-1)).toMatchObject({ page: 1, text: '119,00' });
    expect(checks.find((check) => check.rule === 'xml_equals_page:total_amount')).toMatchObject({ ok: false });
  });

  it('does not let sums prove a value whose total the page contradicts', () => {
    const sums = { ...SUMS, grandTotal: at('219.00'), tax: at('119.00'), duePayable: at('219.00'), taxGroups: [] };
    const { fields } = resolve(withFields({ total_amount: at('219.00'), amount_due: at('219.00') }, sums), [PAGE]);
    expect(fields['amount_due']?.state).toBe('supported');
  });

  it('reports another invoice number and another date, with what is printed', () => {
    const { checks } = resolve(withFields({ invoice_number: at('2024-0816'), invoice_date: at('2024-04-05') }), [PAGE]);
    const failed = checks.filter((check) => !check.ok).map((check) => check.rule);
    expect(failed).toEqual(['xml_equals_page:invoice_number', 'xml_equals_page:invoice_date']);
  });

  it('takes a value that the page leaves out for neither right nor wrong', () => {
    const { fields, checks } = resolve(withFields({ due_date: at('2024-04-01') }), [PAGE]);
    expect(fields['due_date']).toMatchObject({ state: 'supported', evidence: [{ page: null, box: null }] });
    expect(checks.some((check) => check.rule.endsWith(':due_date'))).toBe(false);
  });

  it('places the cells of a line item in the printed row', () => {
    const [item] = resolve(INVOICE, [PAGE]).lineItems;
    expect(Object.fromEntries(Object.entries(item ?? {}).map(([k, v]) => [k, v.evidence[0]?.box?.[0]]))).toEqual({
      description: 40,
      quantity: 200,
      unit_price: 300,
      amount: 400,
    });
  });

  it('does not prove a description that begins with a code: readers differ on whether it belongs to it', () => {
    const [first, ...rest] = INVOICE.lineItems;
    const lineItems = [{ ...first, description: at('*4711* eggs') }, ...rest];
    const lines: Parameters<typeof pageOf>[0] = [
      [
        [40, '*4711* eggs'],
        [200, '4'],
        [300, '25,00'],
        [400, '100,00'],
      ],
    ];
    const [item] = resolve({ ...INVOICE, lineItems }, [pageOf(lines)]).lineItems;
    expect(item?.['description']?.state).toBe('supported');
    expect(item?.['amount']?.state).toBe('proved');
  });
});

describe('an e-invoice alone', () => {
  it('proves amounts by its own sums and supports the rest', () => {
    const { fields, checks } = resolve(INVOICE, []);
    expect(fields['total_amount']?.state).toBe('proved');
    expect(fields['invoice_number']?.state).toBe('supported');
    expect(checks.map((check) => [check.rule, check.ok])).toEqual([
      ['en16931:BR-CO-10', true],
      ['en16931:BR-CO-13', true],
      ['en16931:BR-CO-14', true],
      ['en16931:BR-CO-15', true],
      ['en16931:BR-CO-16', true],
    ]);
  });

  it('asks a person when its sums do not hold', () => {
    const { fields, checks } = resolve(withFields({}, { ...SUMS, grandTotal: at('120.00') }), []);
    expect(fields['total_amount']?.state).toBe('needs_review');
    const failed = checks.find((check) => check.rule === 'en16931:BR-CO-15');
    expect(failed).toMatchObject({ ok: false, detail: '100.00 + 19.00 = 119.00, but the file states 120.00' });
  });

  it('says so when the file holds more invoices than one', () => {
    const { checks } = resolve({ ...INVOICE, furtherInvoices: 2 }, []);
    expect(checks.find((check) => check.rule === 'single_invoice')?.ok).toBe(false);
  });
});

it('has nothing to say about a document without an e-invoice', () => {
  expect(resolveStructured({ mediaType: 'application/pdf', method: 'none', pages: [] })).toBeUndefined();
});
