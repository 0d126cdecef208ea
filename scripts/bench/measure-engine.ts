import { extract } from '#engine/index';
import { nodeEngineHost } from '../engine-host.ts';
import { drawInvoice, SAMPLE_INVOICE } from '../sample/invoice-pdf.ts';
import { percentile } from './statistics.ts';

const ONE_PAGE_RUNS = 40;
export const LONG_PAGES = 200;
const ROWS_PER_PAGE = 28;

export interface EngineFigures {
  readonly coldMilliseconds: number;
  readonly warmP50: number;
  readonly warmP95: number;
  /** Beyond the first page. */
  readonly perPage: number;
}

/** An invoice of the given number of pages, with a table that spans all of them. */
export function longInvoice(pages: number): Promise<Uint8Array> {
  const lines = Array.from({ length: pages * ROWS_PER_PAGE }, (_, index) => ({
    description: `Article ${index + 1}, as ordered`,
    quantity: 1 + (index % 9),
    unitCents: 250 + ((index * 37) % 4_000),
  }));
  return drawInvoice({ ...SAMPLE_INVOICE, number: `LONG-${pages}`, lines });
}

/** The engine alone, in this process: no HTTP, no queue, no storage. */
export async function measureEngine(): Promise<EngineFigures> {
  const host = nodeEngineHost();
  const time = async (bytes: Uint8Array): Promise<number> => {
    const begin = performance.now();
    const outcome = await extract({ bytes }, host);
    if (!outcome.ok) throw new Error(`the sample was not read: ${outcome.error.code}`);
    return performance.now() - begin;
  };
  const short = await drawInvoice(SAMPLE_INVOICE);
  const coldMilliseconds = await time(short);
  const warm: number[] = [];
  for (let run = 0; run < ONE_PAGE_RUNS; run++) warm.push(await time(short));
  const warmP50 = percentile(warm, 0.5);
  const long = await time(await longInvoice(LONG_PAGES));
  return { coldMilliseconds, warmP50, warmP95: percentile(warm, 0.95), perPage: (long - warmP50) / (LONG_PAGES - 1) };
}
