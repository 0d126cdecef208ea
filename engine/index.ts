import { extractDocument } from './extraction/extract-document.ts';
import type { EngineHost, EngineInput, EngineOutcome, ReadDocument } from './model.ts';
import { createPace } from './pace.ts';
import { readDocument } from './read/index.ts';
import { extractEach } from './split/extract-each.ts';
import { proposalsOfFile } from './split/proposals-of-file.ts';
import { limitedHost, withTimeLimit } from './time-limit.ts';

/**
 * Entry point of the engine: bytes in, fields with evidence out. Uses no environment and no network. Yields to the
 * event loop after every page it reads and after equal shares of all other work.
 */
export function extract(input: EngineInput, host: EngineHost): Promise<EngineOutcome> {
  return withTimeLimit(() => extractWithin(input, limitedHost(host)));
}

async function extractWithin(input: EngineInput, host: EngineHost): Promise<EngineOutcome> {
  const start = host.clock();
  const read = await readDocument(input.bytes, host, input.mediaType);
  if (!read.ok) return read;
  const readMs = Math.round((host.clock() - start) * 100) / 100;
  const isTypeGiven = input.documentType !== undefined || input.template !== undefined;
  // One work limit for all documents of the file.
  const pace = createPace(() => host.pause(), host.workLimit);
  const proposals = await proposalsOfFile(read.document, isTypeGiven, pace);
  if (proposals.documents.length < 2) return extractDocument(read.document, host, input, readMs, pace);
  const extractOne = (document: ReadDocument, own: EngineHost) => extractDocument(document, own, input, 0, pace);
  return extractEach(read.document, proposals, extractOne, host, readMs);
}

/** The stages after reading, for a document whose words are already known. `readMs` goes into the timings. */
export function extractFromDocument(
  document: ReadDocument,
  host: EngineHost,
  hints: Pick<EngineInput, 'documentType' | 'template'> = {},
  readMs = 0,
): Promise<EngineOutcome> {
  const pace = createPace(() => host.pause(), host.workLimit);
  return withTimeLimit(() => extractDocument(document, host, hints, readMs, pace));
}
