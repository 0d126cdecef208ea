import type { DocumentStatus } from './document-status.ts';

/** What the live socket (`GET /api/v1/live`) sends. A hint to re-read, never the source of truth. */
export type LiveMessage =
  | { readonly v: 1; readonly type: 'document.updated'; readonly document_id: string; readonly status: DocumentStatus }
  | {
      readonly v: 1;
      readonly type: 'document.progress';
      readonly document_id: string;
      /** What is being done: `read`, `classify`, `extract`, `validate` or `store`. */
      readonly stage: string;
      /** Share of the whole run that is done, in [0, 1]; it only grows. */
      readonly progress: number;
    };
