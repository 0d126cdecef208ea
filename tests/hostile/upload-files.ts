import { setTimeout as delay } from 'node:timers/promises';
import { callApi, fileForm, member, text } from '../../scripts/start/api-client.ts';
import type { HostileFile } from './hostile-file.ts';
import type { ServerWatch, Watched } from './watch-server.ts';

/** Longest processing time of a file. */
export const MAX_FILE_MS = 60_000;
/** Longest time that one synchronous step may block other requests. */
export const MAX_SILENCE_MS = 250;
/**
 * Above this delay of the idle process the machine was busy with other work, and a silence beyond the limit is measured
 * again: the least of the measurements counts, because other load only ever adds to one.
 */
const BUSY_MACHINE_MS = 50;
const MAX_MEASUREMENTS = 3;
/** Memory growth allowed while a file is processed, and after all files. */
export const MAX_PEAK_MIB = 256;
export const MAX_IDLE_MIB = 64;
/** Time without a response after which a server is considered stuck; the run continues with a new one. */
const STUCK_MS = MAX_FILE_MS + 30_000;
/** Time-out for the runtime to release memory. */
const IDLE_WAIT_MS = 30_000;

const POLL_MS = 50;
const ENDED: ReadonlySet<unknown> = new Set(['completed', 'needs_review', 'failed']);
const UNFINISHED: ReadonlySet<unknown> = new Set(['received', 'queued', 'processing']);

export interface FileReport extends Watched {
  readonly name: string;
  readonly bytes: number;
  /** The document's status, or the HTTP status of the refusal. */
  readonly end: string;
  readonly milliseconds: number;
  /** Problems; empty if there are none. */
  readonly faults: readonly string[];
  /** The server stopped responding. */
  readonly isStuck: boolean;
}

/** Uploads the files sequentially and waits for each to end. Stops after a file on which the server gets stuck. */
export async function uploadFiles(
  files: readonly HostileFile[],
  {
    address,
    token,
    watch,
    startMemory,
  }: { readonly address: string; readonly token: string; readonly watch: ServerWatch; readonly startMemory: number },
  onReport: (report: FileReport) => void = () => undefined,
): Promise<readonly FileReport[]> {
  const reports: FileReport[] = [];
  for (const file of files) {
    const bytes = file.make();
    const measure = async () => {
      const begin = performance.now();
      const { value, watched } = await watch.during(() => orStuck(uploadToEnd(address, token, file.name, bytes)));
      return { value, watched, milliseconds: performance.now() - begin };
    };
    let measured = await measure();
    let { peakMemory } = measured.watched;
    for (let count = 1; count < MAX_MEASUREMENTS && isDoubtful(measured); count++) {
      const again = await measure();
      peakMemory = Math.max(peakMemory, again.watched.peakMemory);
      if (again.value.faults.length > 0 || again.watched.silence < measured.watched.silence) measured = again;
    }
    const { value, milliseconds } = measured;
    const watched: Watched = { ...measured.watched, peakMemory };
    const faults = [
      ...value.faults,
      ...(milliseconds > MAX_FILE_MS ? [`took ${Math.round(milliseconds)} ms`] : []),
      ...(watched.silence > MAX_SILENCE_MS ? [`silent for ${Math.round(watched.silence)} ms`] : []),
      ...(watched.peakMemory > startMemory + MAX_PEAK_MIB
        ? [`+${Math.round(watched.peakMemory - startMemory)} MiB`]
        : []),
    ];
    const report = {
      name: file.name,
      bytes: bytes.byteLength,
      end: value.end,
      milliseconds,
      ...watched,
      faults,
      isStuck: value === STUCK,
    };
    reports.push(report);
    onReport(report);
    if (report.isStuck) break;
  }
  return reports;
}

/** Waits until the runtime has released its memory, or the time-out. Returns the growth since the start, in MiB. */
export async function memoryLeft(watch: ServerWatch, startMemory: number): Promise<number> {
  const deadline = performance.now() + IDLE_WAIT_MS;
  for (;;) {
    const left = (await watch.memory()) - startMemory;
    if (left <= MAX_IDLE_MIB || performance.now() > deadline) return left;
    await delay(POLL_MS);
  }
}

/** Beyond the limit of silence, and of no other, on a machine that had other work. */
const isDoubtful = ({
  value,
  watched,
}: {
  readonly value: { readonly faults: readonly string[] };
  readonly watched: Watched;
}) => value.faults.length === 0 && watched.silence > MAX_SILENCE_MS && watched.machineSilence > BUSY_MACHINE_MS;

const STUCK = { end: 'stuck', faults: [`the server answered nothing for ${STUCK_MS} ms`] };

async function orStuck<T>(work: Promise<T>): Promise<T | typeof STUCK> {
  const over = new AbortController();
  const stuck = delay(STUCK_MS, STUCK, { signal: over.signal });
  stuck.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, stuck]);
  } finally {
    over.abort();
  }
}

async function uploadToEnd(address: string, token: string, name: string, bytes: Uint8Array) {
  const answer = await callApi(address, 'POST', '/documents', { token, form: fileForm(name, bytes) });
  if (answer.status >= 500) return { end: String(answer.status), faults: [`the upload answered ${answer.status}`] };
  if (answer.status !== 202) {
    const isTyped = typeof member(answer.body, 'code') === 'string';
    return { end: String(answer.status), faults: isTyped ? [] : [`${answer.status} without a code`] };
  }
  const id = text(answer.body, 'document', 'id');
  const deadline = performance.now() + MAX_FILE_MS;
  for (;;) {
    const { status, body } = await callApi(address, 'GET', `/documents/${id}?include=none`, { token });
    if (status !== 200) return { end: String(status), faults: [`reading it answered ${status}`] };
    const state = String(body['status']);
    if (ENDED.has(state)) return ended(state, member(member(body, 'error'), 'code'));
    if (!UNFINISHED.has(state)) return { end: state, faults: [`unknown state ${state}`] };
    if (performance.now() > deadline) return { end: state, faults: [`still ${state} after ${MAX_FILE_MS} ms`] };
    await delay(POLL_MS);
  }
}

/** A failed document must have a specific reason; `processing_failed` means a defect of the program. */
function ended(state: string, code: unknown) {
  if (state !== 'failed') return { end: state, faults: [] };
  return { end: `failed: ${String(code)}`, faults: code === 'processing_failed' ? ['the program failed on it'] : [] };
}

/** The worst files by silence and by memory, as lines of a table. */
export function worstOf(reports: readonly FileReport[], startMemory: number, count = 15): string {
  const rank = (report: FileReport) =>
    report.silence / MAX_SILENCE_MS + (report.peakMemory - startMemory) / MAX_PEAK_MIB;
  const rows = [...reports]
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, count)
    .map((report) => lineOf(report, startMemory));
  return [headLine(), ...rows].join('\n');
}

export const headLine = (): string =>
  `${'file'.padEnd(46)} ${'size'.padStart(9)} ${'time'.padStart(8)} ${'silent'.padStart(8)} ${'machine'.padStart(8)} ${'memory'.padStart(9)}  end`;

export function lineOf(report: FileReport, startMemory: number): string {
  const ms = (value: number) => `${Math.round(value)} ms`.padStart(8);
  const memory = `${Math.round(report.peakMemory - startMemory)} MiB`.padStart(9);
  const size = `${Math.ceil(report.bytes / 1024)} kB`.padStart(9);
  const faults = report.faults.length === 0 ? '' : `   ← ${report.faults.join(', ')}`;
  return `${report.name.slice(0, 46).padEnd(46)} ${size} ${ms(report.milliseconds)} ${ms(report.silence)} ${ms(report.machineSilence)} ${memory}  ${report.end}${faults}`;
}
