import type { Fingerprint } from '../blobs/verified.ts';
import type { DocumentErrorCode } from '../domain/error-codes.ts';
import type { DocumentId, OrganizationId } from '../domain/id.ts';
import type { ExtractionResult } from '../domain/result.ts';
import type { JobMessage } from './message.ts';

/** How a run ended, as the consumer Worker tells the synchronous caller. */
export type ProcessReport =
  | { readonly outcome: 'completed'; readonly result: ExtractionResult }
  | { readonly outcome: 'failed'; readonly code: DocumentErrorCode; readonly message: string }
  /** Somebody else holds the job, or it has to be tried again: the queue finishes it. */
  | { readonly outcome: 'deferred' };

export type RenderReport =
  | { readonly ok: true; readonly png: Uint8Array }
  | { readonly ok: false; readonly code: DocumentErrorCode; readonly message: string };

/** The consumer Worker's RPC entry point. It alone bundles the engine's readers and renderer. */
export interface EngineService {
  /** Runs a queued job now. The job row and the original must exist already. */
  processNow(message: JobMessage): Promise<ProcessReport>;
  /** Renders one page (from 1) of a stored original as PNG and keeps the picture in R2. */
  renderPage(
    organizationId: OrganizationId,
    documentId: DocumentId,
    page: number,
    original: Fingerprint,
  ): Promise<RenderReport>;
}
