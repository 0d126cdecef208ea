import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';

export interface SampleInvoice {
  readonly number: string;
  readonly seller: readonly string[];
  readonly buyer: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly dueDate: string;
  readonly currency: string;
  readonly lines: readonly { readonly description: string; readonly quantity: number; readonly unitCents: number }[];
  readonly taxPercent: number;
}

const A4 = [595.28, 841.89] as const;
const MARGIN = 56;
const ROW = 20;
const ROWS_PER_PAGE = 28;
const INK = rgb(0.12, 0.14, 0.18);
const RULE = rgb(0.75, 0.78, 0.82);

/** The document shown at the first start; every name and number in it is invented. */
export const SAMPLE_INVOICE: SampleInvoice = {
  number: 'NW-2026-0418',
  seller: ['Northwind Paper Supply Ltd', '14 Harbour Street', 'Bristol BS1 4DJ', 'VAT number: GB 123 4567 82'],
  buyer: ['Meadow & Finch Studio', '9 Orchard Lane', 'Oxford OX1 2AB'],
  date: '2026-04-18',
  dueDate: '2026-05-18',
  currency: 'GBP',
  lines: [
    { description: 'Recycled copy paper A4, box of 5', quantity: 12, unitCents: 2_150 },
    { description: 'Archive folders, grey', quantity: 40, unitCents: 185 },
    { description: 'Ink cartridge, black', quantity: 3, unitCents: 4_290 },
  ],
  taxPercent: 20,
};

export const cents = (value: number): string => (value / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Sums of an invoice in hundredths of its currency. */
export function sums(invoice: SampleInvoice): { readonly net: number; readonly tax: number; readonly gross: number } {
  const net = invoice.lines.reduce((sum, line) => sum + line.quantity * line.unitCents, 0);
  const tax = Math.round((net * invoice.taxPercent) / 100);
  return { net, tax, gross: net + tax };
}

/** Draws a digital invoice as PDF with a text layer; rows flow over as many pages as they need. */
export async function drawInvoice(invoice: SampleInvoice): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(`Invoice ${invoice.number}`);
  // A fixed date keeps the bytes equal from run to run.
  pdf.setCreationDate(new Date(`${invoice.date}T00:00:00Z`));
  pdf.setModificationDate(new Date(`${invoice.date}T00:00:00Z`));
  const [font, bold] = await Promise.all([
    pdf.embedFont(StandardFonts.Helvetica),
    pdf.embedFont(StandardFonts.HelveticaBold),
  ]);
  const pages = Math.max(1, Math.ceil(invoice.lines.length / ROWS_PER_PAGE));
  for (let index = 0; index < pages; index++) {
    const page = pdf.addPage([...A4]);
    const pen = penFor(page, font, bold);
    let y = A4[1] - MARGIN;
    if (index === 0) y = drawHead(pen, invoice, y);
    y = drawTableHead(pen, y - 24);
    for (const line of invoice.lines.slice(index * ROWS_PER_PAGE, (index + 1) * ROWS_PER_PAGE)) {
      pen.text(line.description, MARGIN, y);
      pen.right(String(line.quantity), 370, y);
      pen.right(cents(line.unitCents), 450, y);
      pen.right(cents(line.quantity * line.unitCents), A4[0] - MARGIN, y);
      y -= ROW * (index === 0 ? 1 : 0.9);
    }
    if (index === pages - 1) drawSums(pen, invoice, y);
    pen.text(`Page ${index + 1} of ${pages}`, MARGIN, 30, 8);
  }
  return pdf.save();
}

interface Pen {
  text(text: string, x: number, y: number, size?: number, heavy?: boolean): void;
  right(text: string, x: number, y: number, size?: number, heavy?: boolean): void;
  rule(y: number): void;
}

function penFor(page: PDFPage, font: PDFFont, bold: PDFFont): Pen {
  const text: Pen['text'] = (value, x, y, size = 10, heavy = false) =>
    page.drawText(value, { x, y, size, font: heavy ? bold : font, color: INK });
  return {
    text,
    right: (value, x, y, size = 10, heavy = false) =>
      text(value, x - (heavy ? bold : font).widthOfTextAtSize(value, size), y, size, heavy),
    rule: (y) => page.drawLine({ start: { x: MARGIN, y }, end: { x: A4[0] - MARGIN, y }, thickness: 0.6, color: RULE }),
  };
}

function drawHead(pen: Pen, invoice: SampleInvoice, top: number): number {
  const right = A4[0] - MARGIN;
  const [name = '', ...address] = invoice.seller;
  pen.text(name, MARGIN, top, 14, true);
  for (const [row, line] of address.entries()) pen.text(line, MARGIN, top - 18 - row * 13, 9);
  pen.right('INVOICE', right, top, 20, true);
  const facts = [
    ['Invoice number', invoice.number],
    ['Invoice date', invoice.date],
    ['Due date', invoice.dueDate],
    ['Currency', invoice.currency],
  ] as const;
  for (const [row, [label, value]] of facts.entries()) {
    pen.text(`${label}:`, 370, top - 30 - row * 15, 9);
    pen.right(value, right, top - 30 - row * 15, 9, true);
  }
  pen.text('Bill to', MARGIN, top - 110, 9, true);
  for (const [row, line] of invoice.buyer.entries()) pen.text(line, MARGIN, top - 125 - row * 13, 10);
  return top - 125 - invoice.buyer.length * 13;
}

function drawTableHead(pen: Pen, y: number): number {
  pen.text('Description', MARGIN, y, 9, true);
  pen.right('Quantity', 370, y, 9, true);
  pen.right('Unit price', 450, y, 9, true);
  pen.right('Amount', A4[0] - MARGIN, y, 9, true);
  pen.rule(y - 6);
  return y - 22;
}

function drawSums(pen: Pen, invoice: SampleInvoice, y: number): void {
  const { net, tax, gross } = sums(invoice);
  const rows = [
    ['Subtotal', net],
    [`VAT ${invoice.taxPercent}%`, tax],
    ['Total due', gross],
  ] as const;
  pen.rule(y + 8);
  for (const [row, [label, value]] of rows.entries()) {
    const heavy = row === rows.length - 1;
    pen.right(label, 450, y - 10 - row * 17, 10, heavy);
    pen.right(cents(value), A4[0] - MARGIN, y - 10 - row * 17, 10, heavy);
  }
}
