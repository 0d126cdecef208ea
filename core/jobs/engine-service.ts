import type { Fingerprint } from '../blobs/verified.ts';
import type { DocumentType } from '../domain/document-types.ts';
import type { DocumentErrorCode } from '../domain/error-codes.ts';
import type { DocumentId, OrganizationId } from '../domain/id.ts';
import type { ExtractionResult } from '../domain/result.ts';
import type { JobMessage } from './message.ts';

/** Outcome of a run, as reported to the synchronous caller. */
export type ProcessReport =
  | { readonly outcome: 'completed'; readonly result: ExtractionResult }
  | { readonly outcome: 'failed'; readonly code: DocumentErrorCode; readonly message: string }
  /** Another worker holds the job, or it has to be retried: the queue finishes it. */
  | { readonly outcome: 'deferred' };

export type ReadAgainReport =
  | { readonly outcome: 'read'; readonly result: ExtractionResult }
  | { readonly outcome: 'failed'; readonly code: DocumentErrorCode; readonly message: string };

export type RenderReport =
  | { readonly ok: true; readonly png: Uint8Array }
  | { readonly ok: false; readonly code: DocumentErrorCode; readonly message: string };

/** The consumer Worker's RPC entry point. Only this Worker bundles the engine's readers and renderer. */
export interface EngineService {
  /** Runs a queued job now. The job row and the original must exist already. */
  processNow(message: JobMessage): Promise<ProcessReport>;
  /** Renders one page (from 1) of a stored original as PNG and stores the image in R2. */
  renderPage(
    organizationId: OrganizationId,
    documentId: DocumentId,
    page: number,
    original: Fingerprint,
  ): Promise<RenderReport>;
  /** Extracts a stored original as a document of this type. Stores nothing. */
  readAgain(
    organizationId: OrganizationId,
    documentId: DocumentId,
    documentType: DocumentType,
    original: Fingerprint,
  ): Promise<ReadAgainReport>;
}
