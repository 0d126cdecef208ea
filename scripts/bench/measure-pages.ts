import { extractText, getDocumentProxy } from 'unpdf';
import { extract } from '#engine/index';
import { openLineReader, readDocument, withRecogniser } from '#engine/learning';
import type { EngineHost } from '#engine/model';
import { renderPage } from '#engine/render/page';
import { nodeEngineHost } from '../engine-host.ts';
import { drawInvoice, SAMPLE_INVOICE } from '../sample/invoice-pdf.ts';
import { SAMPLE_UBL } from '../sample/invoice-ubl.ts';
import { recogniseNatively } from './native-tesseract.ts';
import { percentile } from './statistics.ts';
import { watchHeaps } from './watch-heaps.ts';

const TEXT_RUNS = 40;
const PICTURE_RUNS = 6;
/** An A4 page at 150 dpi, as from a flatbed scanner. */
const SCAN_WIDTH = 1240;
const SCAN_PIXELS = 4_000_000;

/** Milliseconds of CPU (user and system) for each page of a kind. */
export interface KindFigures {
  readonly kind: string;
  readonly p50: number;
  readonly p95: number;
  /** The same page read by a reference program; undefined if it is not installed. */
  readonly yardstick: { readonly name: string; readonly p50: number | undefined } | undefined;
}

export interface PageFigures {
  readonly kinds: readonly KindFigures[];
  /** From the model bytes to the first result, in milliseconds of CPU. */
  readonly recogniserStart: number;
  readonly lineReaderStart: number;
  /** Longest CPU time between two turns of the event loop, in milliseconds, while a page is recognised. */
  readonly longestBlock: number;
  /** Memory of the compiled modules after the last page. */
  readonly heapBytes: number;
  /** Peak memory of the whole process. */
  readonly residentBytes: number;
}

/** CPU time, because wall time depends on other load on the machine. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function repeat(runs: number, work: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  await work();
  const sample: number[] = [];
  for (let run = 0; run < runs; run++) sample.push(await cpuOf(work));
  return { p50: percentile(sample, 0.5), p95: percentile(sample, 0.95) };
}

async function mustExtract(bytes: Uint8Array, host: EngineHost): Promise<void> {
  const outcome = await extract({ bytes }, host);
  if (!outcome.ok) throw new Error(`the sample was not read: ${outcome.error.code}`);
}

/** The host, and the longest interval between two calls of its pause function. */
function watchPauses(host: EngineHost): { readonly host: EngineHost; longest(): number } {
  let last = process.cpuUsage();
  let longest = 0;
  const tick = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
  };
  const pause = async () => {
    tick();
    await host.pause();
    last = process.cpuUsage();
  };
  return { host: { ...host, pause }, longest: () => longest };
}

/** Measures one page of each kind with the engine alone, in this process, and with reference programs. */
export async function measurePages(): Promise<PageFigures> {
  const heaps = watchHeaps();
  const host = nodeEngineHost();
  const pdf = await drawInvoice(SAMPLE_INVOICE);
  const drawn = await renderPage(pdf, 1, { maxPixels: SCAN_PIXELS, width: SCAN_WIDTH }, host);
  if (!drawn.ok) throw new Error(`the sample was not drawn: ${drawn.error.code}`);

  const assets = await host.ocr();
  const recogniserStart = await cpuOf(() => withRecogniser(host, async () => undefined));
  const lineReaderStart = await cpuOf(() => openLineReader(assets.lineReader));

  const textAlone = await repeat(TEXT_RUNS, async () => extractText(await getDocumentProxy(pdf.slice())));
  const digital = await repeat(TEXT_RUNS, () => mustExtract(pdf, host));
  const eInvoice = await repeat(TEXT_RUNS, () => mustExtract(new TextEncoder().encode(SAMPLE_UBL), host));
  const recognised = await repeat(PICTURE_RUNS, () => mustExtract(drawn.png, host));
  const watched = watchPauses(host);
  await readDocument(drawn.png, watched.host);
  const heapBytes = heaps.bytes();
  heaps.stop();
  return {
    kinds: [
      { kind: 'digital page', ...digital, yardstick: { name: 'unpdf, text alone', p50: textAlone.p50 } },
      { kind: 'e-invoice (UBL)', ...eInvoice, yardstick: undefined },
      {
        kind: 'recognised page, 150 dpi',
        ...recognised,
        yardstick: { name: 'native tesseract, one thread', p50: await recogniseNatively(drawn.png) },
      },
    ],
    recogniserStart,
    lineReaderStart,
    longestBlock: watched.longest(),
    heapBytes,
    residentBytes: process.resourceUsage().maxRSS * 1024,
  };
}
