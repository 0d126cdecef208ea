/**
 * A child process that reads documents one at a time, so that a crash, a hang or running out of memory on one document
 * ends only this process and not the scoring. Communicates only through its IPC channel.
 */
import { readFile } from 'node:fs/promises';
import { extract, extractFromDocument } from '#engine/index';
import type { EngineOutcome } from '#engine/model';
import { nodeEngineHost } from '../engine-host.ts';
import { documentFromGoldWords } from './gold-document.ts';
import { parseGoldWords } from './truth.ts';

export interface EngineRequest {
  readonly file: string;
  /** Gold words to use in place of the reader. */
  readonly goldWords?: string;
}

export interface EngineReply {
  readonly outcome: EngineOutcome;
  readonly elapsedMs: number;
  readonly peakBytes: number;
}

const host = nodeEngineHost();

async function run(request: EngineRequest): Promise<EngineOutcome> {
  if (request.goldWords === undefined) return extract({ bytes: await readFile(request.file) }, host);
  const words = parseGoldWords(JSON.parse(await readFile(request.goldWords, 'utf8')));
  return extractFromDocument(documentFromGoldWords(words), host);
}

process.on('message', async (request: EngineRequest) => {
  const start = host.clock();
  const outcome = await run(request);
  const BYTES_PER_UNIT = 1024;
  const reply: EngineReply = {
    outcome,
    elapsedMs: host.clock() - start,
    peakBytes: process.resourceUsage().maxRSS * BYTES_PER_UNIT,
  };
  process.send?.(reply);
});
