/**
 * `npx node training/convert-receipts.ts --from DIR --out DIR`: converts receipts in ICDAR 2019 SROIE format to a
 * corpus set.
 */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { canonicalAmount } from '../scripts/score/compare-value.ts';

const USAGE = 'usage: npx node training/convert-receipts.ts --from DIR --out DIR';

/** One receipt: its labels, and its lines with boxes in pixels `[x0, y0, x1, y1]`. */
const receiptSchema = z.object({
  id: z.string(),
  file: z.string(),
  label: z.object({
    company: z.string().optional(),
    date: z.string().optional(),
    address: z.string().optional(),
    total: z.string().optional(),
  }),
  lines: z.array(z.object({ text: z.string(), box: z.tuple([z.number(), z.number(), z.number(), z.number()]) })),
});

type Receipt = z.infer<typeof receiptSchema>;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Dates of the labels are day first and of this century. Undefined for other formats. */
function isoDate(text: string): string | undefined {
  const yearFirst = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(text.trim());
  if (yearFirst !== null) return `${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}`;
  const [, day, month = '', year = ''] =
    /^\(?(\d{1,2})[\s/.-]*(\d{1,2}|\p{L}{3,})[\s/.,'-]*(\d{4}|\d{2})\)?$/u.exec(text.trim()) ?? [];
  const number = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (day === undefined || number < 1 || number > 12) return undefined;
  const full = year.length === 2 ? `20${year}` : year;
  return `${full}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function fieldsOf({ label }: Receipt): Record<string, string> {
  const values = {
    vendor_name: label.company,
    vendor_address: label.address,
    transaction_date: isoDate(label.date ?? ''),
    total_amount: canonicalAmount(label.total ?? ''),
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, out: { type: 'string' } } });
  if (values.from === undefined || values.out === undefined) {
    console.error(USAGE);
    return 2;
  }
  await mkdir(values.out, { recursive: true });
  const names = (await readdir(values.from)).filter((name) => name.endsWith('.json')).sort();
  for (const name of names) {
    const receipt = receiptSchema.parse(JSON.parse(await readFile(join(values.from, name), 'utf8')));
    const words = `${receipt.id}.words.json`;
    const truth = {
      id: receipt.id,
      file: receipt.file,
      doc_type: 'receipt',
      doc_type_accept: ['invoice'],
      fields: fieldsOf(receipt),
      raw: receipt.label,
      words,
      group: receipt.label.company ?? receipt.id,
    };
    await copyFile(join(values.from, receipt.file), join(values.out, receipt.file));
    await writeFile(join(values.out, `${receipt.id}.truth.json`), JSON.stringify(truth));
    await writeFile(join(values.out, words), JSON.stringify({ words: receipt.lines }));
  }
  console.log(`${names.length} receipts in ${values.out}`);
  return 0;
}

process.exitCode = await main();
