import type { DocumentStatus } from './document-status.ts';

/**
 * What the live socket (`GET /api/v1/live`) sends. A hint to reload; clients must not treat it as the source of truth.
 */
export type LiveMessage =
  | { readonly v: 1; readonly type: 'document.updated'; readonly document_id: string; readonly status: DocumentStatus }
  | {
      readonly v: 1;
      readonly type: 'document.progress';
      readonly document_id: string;
      /** Current stage: `read`, `classify`, `extract`, `validate` or `store`. */
      readonly stage: string;
      /** Completed share of the run, in [0, 1]. Never decreases. */
      readonly progress: number;
    };
