import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** An invoice exactly as printed: nothing is computed, so that its numbers may contradict each other. */
export interface PrintedInvoice {
  /** Its label and the number. */
  readonly number: readonly [label: string, number: string];
  readonly date: string;
  readonly rows: readonly (readonly [description: string, quantity: string, price: string, amount: string])[];
  readonly subtotal: string;
  readonly tax: string;
  readonly total: string;
}

const A4 = [595.28, 841.89] as const;
const COLUMNS = [56, 330, 410, 490] as const;

export async function drawPrintedInvoice(invoice: PrintedInvoice): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([...A4]);
  const write = (text: string, x: number, y: number, size = 10) => page.drawText(text, { x, y, size, font });
  write('Northwind Paper Supply Ltd', 56, 780, 14);
  write('14 Harbour Street, Bristol BS1 4DJ', 56, 762);
  write('INVOICE', 460, 780, 20);
  const facts = [invoice.number, ['Invoice date:', invoice.date], ['Currency:', 'GBP']] as const;
  for (const [row, [label, value]] of facts.entries()) {
    write(label, 370, 750 - row * 15);
    write(value, 470, 750 - row * 15);
  }
  const headings = ['Description', 'Quantity', 'Unit price', 'Amount'];
  for (const [row, cells] of [headings, ...invoice.rows].entries()) {
    for (const [at, text] of cells.entries()) write(text, COLUMNS[at] ?? 0, 640 - row * 20);
  }
  const sums = [
    ['Subtotal', invoice.subtotal],
    ['VAT 20%', invoice.tax],
    ['Total due', invoice.total],
  ] as const;
  for (const [row, [label, value]] of sums.entries()) {
    write(label, COLUMNS[2], 600 - (invoice.rows.length + row) * 20);
    write(value, COLUMNS[3], 600 - (invoice.rows.length + row) * 20);
  }
  return pdf.save();
}
