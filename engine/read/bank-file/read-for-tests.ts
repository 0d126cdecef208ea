import type { BankFileStatement, EngineHost, ReadOutcome } from '#engine/model';
import { readDocument } from '../index.ts';

const none = () => Promise.reject(new Error('only text is read here'));
const host: EngineHost = {
  pause: () => Promise.resolve(),
  clock: () => 0,
  pdfium: none,
  ocr: none,
  barcodes: none,
  webp: none,
};

/** Reads a file of a test by its content alone. */
export function readText(text: string): Promise<ReadOutcome> {
  return readDocument(new TextEncoder().encode(text), host);
}

/** All statements of a file; fails if it cannot be read. */
export async function statementsOf(text: string): Promise<readonly BankFileStatement[]> {
  const outcome = await readText(text);
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  const { parts, statement } = outcome.document;
  return (parts ?? [{ statement }]).flatMap((part) => part.statement ?? []);
}

/** Values without their places. */
export function plain(values: Readonly<Record<string, { readonly value: string }>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]));
}

/** The amounts of a statement. */
export function amountsOf(statement: BankFileStatement | undefined): readonly (string | undefined)[] {
  return (statement?.rows ?? []).map((row) => row['amount']?.value);
}
