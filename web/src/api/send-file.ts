import type { AcceptedDocument } from '#core/contract/documents';
import { NoAnswer, readProblem, SignedOut } from './problems.ts';
import { renewSession } from './renew-session.ts';
import { API_BASE } from './request.ts';

export interface FileTransfer {
  readonly done: Promise<AcceptedDocument>;
  readonly cancel: () => void;
}

export interface FileToSend {
  readonly file: File;
  /** The idempotency key. */
  readonly key: string;
  /** Workspace for the document; null for none. */
  readonly workspaceId: string | null;
  /** Template to process it with; null to let the engine choose. */
  readonly templateId: string | null;
}

type OnProgress = (sent: number, total: number) => void;

/** The user cancelled the transfer. */
export class TransferCancelled extends Error {
  override readonly name = 'TransferCancelled';
}

/**
 * Uploads one file with progress, which `fetch` cannot report. The idempotency key belongs to the file, not to the attempt:
 * a retry after a lost response returns the same document instead of creating a second one.
 *
 * `done` rejects with ApiFailure, NoAnswer, SignedOut or TransferCancelled.
 *
 * @param onProgress receives the bytes sent and the total, of the whole request body
 */
export function sendFile({ file, key, workspaceId, templateId }: FileToSend, onProgress: OnProgress): FileTransfer {
  let running: XMLHttpRequest | null = null;
  let cancelled = false;

  const attempt = (): Promise<XMLHttpRequest> =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      running = request;
      request.open('POST', `${API_BASE}/documents`);
      request.setRequestHeader('idempotency-key', key);
      request.upload.addEventListener('progress', (event) => onProgress(event.loaded, event.total));
      request.addEventListener('load', () => resolve(request));
      request.addEventListener('error', () => reject(new NoAnswer(null)));
      request.addEventListener('abort', () => reject(new TransferCancelled()));
      const form = new FormData();
      form.set('file', file, file.name);
      if (workspaceId !== null) form.set('workspace_id', workspaceId);
      if (templateId !== null) form.set('template_id', templateId);
      request.send(form);
    });

  const run = async (): Promise<AcceptedDocument> => {
    let request = await attempt();
    if (request.status === 401) {
      if (!(await renewSession())) throw new SignedOut();
      if (cancelled) throw new TransferCancelled();
      request = await attempt();
    }
    if (request.status >= 200 && request.status < 300) return JSON.parse(request.responseText) as AcceptedDocument;
    throw readProblem(request.status, request.getResponseHeader('content-type') ?? '', request.responseText);
  };

  return {
    done: run(),
    cancel: () => {
      cancelled = true;
      running?.abort();
    },
  };
}
