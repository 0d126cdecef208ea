import type { DocumentWithResult } from '#core/contract/documents';
import { EMBEDDED_RESULT_BYTES } from '#core/domain/value-limits';
import { findResultLocation } from '#core/store/documents';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireOnDocument } from './find.ts';
import { readStoredResult } from './stored-objects.ts';

/** A result as part of a response: its JSON text as stored, or where it is if it is too large to embed. */
export type EmbeddedResult =
  | { readonly json: string }
  | { readonly omitted: NonNullable<DocumentWithResult['result_omitted']> };

const omittedResult = (documentId: string, size: number): EmbeddedResult => ({
  omitted: { reason: 'too_large', size, url: `/api/v1/documents/${documentId}/result` },
});

/** Returns the current result; null if there is none. @throws AppError `forbidden`, `not_found`, `result_damaged` */
export async function readEmbeddedResult(context: SignedInContext, documentId: string): Promise<EmbeddedResult | null> {
  requireSomewhere(context, 'documents.read');
  const location = await findResultLocation(tenantOf(context), context.caller.organizationId, documentId);
  if (!location?.result) return null;
  requireOnDocument(context, location, 'documents.read');
  if (location.result.size > EMBEDDED_RESULT_BYTES) return omittedResult(documentId, location.result.size);
  return { json: new TextDecoder().decode(await readStoredResult(context, documentId, location.result)) };
}

/** A result that was just made. */
export function embedResult(documentId: string, result: unknown): EmbeddedResult {
  const json = JSON.stringify(result);
  const { byteLength } = new TextEncoder().encode(json);
  return byteLength > EMBEDDED_RESULT_BYTES ? omittedResult(documentId, byteLength) : { json };
}
