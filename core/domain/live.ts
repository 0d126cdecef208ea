import type { DocumentStatus } from './document-status.ts';

/** What the live socket (`GET /api/v1/live`) sends. A hint to re-read, never the source of truth. */
export type LiveMessage =
  | { readonly v: 1; readonly type: 'document.updated'; readonly document_id: string; readonly status: DocumentStatus }
  | {
      readonly v: 1;
      readonly type: 'document.progress';
      readonly document_id: string;
      readonly stage: string;
      /** Share done in [0, 1]. */
      readonly progress: number;
    };
