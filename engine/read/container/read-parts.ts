import type { Check, ReadMethod } from '#core/domain/result';
import type { EngineError, EngineHost, ReadDocument, ReadOutcome, ReadPage, ReadPart } from '#engine/model';
import { documentOfBlocks } from '../flow/lay-out.ts';
import { MAX_PAGES } from '../limits.ts';
import { withZipFailures } from '../zip/zip-failures.ts';
import { pairInvoices } from './pair-invoices.ts';
import { type FilePart, type Part, type Unwrapped, uniqueNames } from './part.ts';
import type { ContainerType } from './readable-types.ts';
import { unwrapMail } from './unwrap-mail.ts';
import { unwrapSigned } from './unwrap-signed.ts';
import { unwrapZip } from './unwrap-zip.ts';

/** Reads one part as a separate document. */
export type ReadFile = (part: FilePart) => Promise<ReadOutcome>;

/** Returns the documents in a container. @throws ZipRefused */
export async function unwrap(bytes: Uint8Array, type: ContainerType, pause: () => Promise<void>): Promise<Unwrapped> {
  switch (type) {
    case 'message/rfc822':
      return unwrapMail(bytes, pause);
    case 'application/zip':
      return unwrapZip(bytes, pause);
    case 'application/pkcs7-mime':
      return unwrapSigned(bytes);
  }
}

/**
 * Reads all documents of a mail, an archive or a signed file and concatenates their pages. If some parts can be read,
 * the unreadable ones are listed in the notes; if none can, the failure is the outcome.
 */
export function readContainer(
  bytes: Uint8Array,
  mediaType: ContainerType,
  read: ReadFile,
  host: EngineHost,
): Promise<ReadOutcome> {
  return withZipFailures(async () => {
    const unwrapped = await unwrap(bytes, mediaType, () => host.pause());
    if (!unwrapped.ok) return unwrapped;
    const documents: { readonly name: string; readonly document: ReadDocument }[] = [];
    const failures: { readonly name: string; readonly error: EngineError }[] = [];
    const names = uniqueNames(unwrapped.parts.map(({ name }) => name));
    for (const [index, part] of unwrapped.parts.entries()) {
      const outcome = await readPart(part, read, mediaType, host);
      const name = names[index] ?? '';
      if (outcome.ok) documents.push({ name, document: outcome.document });
      else failures.push({ name, error: outcome.error });
    }
    const [first] = failures;
    if (documents.length === 0) {
      const error: EngineError = first?.error ?? { code: 'empty', message: 'There is no document in the file.' };
      return { ok: false, error: first?.name ? { ...error, message: `${first.name}: ${error.message}` } : error };
    }
    const leftOut = unwrapped.leftOut.map((name) => noteOf(name, 'This kind of file cannot be read.'));
    const notes = [...failures.map(({ name, error }) => noteOf(name, error.message)), ...leftOut];
    return joined(documents, mediaType, notes);
  });
}

function readPart(part: Part, read: ReadFile, mediaType: string, host: EngineHost): Promise<ReadOutcome> {
  return part.kind === 'file' ? read(part) : documentOfBlocks(part.blocks, mediaType, host);
}

function noteOf(name: string, reason: string): Check {
  return { rule: 'attachment_read', ok: false, detail: `${name}: ${reason}` };
}

function joined(
  documents: readonly { readonly name: string; readonly document: ReadDocument }[],
  mediaType: string,
  notes: readonly Check[],
): ReadOutcome {
  const pages: ReadPage[] = [];
  const parts: ReadPart[] = [];
  for (const { name, document } of documents) {
    const from = pages.length + 1;
    for (const page of document.pages) {
      const file = [name, page.file].filter((text) => text !== undefined && text !== '').join(' › ');
      pages.push({ ...page, page: pages.length + 1, ...(file !== '' && { file }) });
    }
    const inner = document.parts?.map((part) => ({ ...part, from: part.from + from - 1 }));
    const { structured, statement } = document;
    parts.push(
      ...(inner?.map((part) => (part.name === '' ? { ...part, name } : part)) ?? [
        { name, from, pages: document.pages.length, structured, statement },
      ]),
    );
  }
  if (pages.length > MAX_PAGES) {
    const message = `The files have ${pages.length} pages together; at most ${MAX_PAGES} are read.`;
    return { ok: false, error: { code: 'too_large', message } };
  }
  const paired = pairInvoices(parts);
  const structured = paired.find((part) => part.structured !== undefined)?.structured;
  const statement = parts.length === 1 ? parts[0]?.statement : undefined;
  const all = [...notes, ...documents.flatMap(({ document }) => document.notes ?? [])];
  return {
    ok: true,
    document: {
      mediaType,
      method: methodOf(documents.map(({ document }) => document.method)),
      pages,
      ...(structured !== undefined && { structured }),
      ...(statement !== undefined && { statement }),
      ...(paired.length > 1 && { parts: paired }),
      ...(all.length > 0 && { notes: all }),
    },
  };
}

function methodOf(methods: readonly ReadMethod[]): ReadMethod {
  const kinds = new Set(methods.filter((method) => method !== 'none'));
  if (kinds.size <= 1) return [...kinds][0] ?? 'none';
  const withPages = [...kinds].filter((method) => method !== 'e-invoice' && method !== 'bank-file');
  return withPages.length === 1 ? (withPages[0] ?? 'mixed') : 'mixed';
}
