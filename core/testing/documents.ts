import {
  type AcceptedDocument,
  acceptedDocumentSchema,
  type DocumentView,
  documentWithResultSchema,
} from '../contract/documents.ts';
import { isTerminal } from '../domain/document-status.ts';
import { type Answer, call } from './call.ts';
import { PATIENCE_MS } from './patience.ts';
import { sampleInvoice } from './sample-invoice.ts';

/** The multipart body of an upload. */
export function uploadForm(
  bytes: Uint8Array<ArrayBuffer> = sampleInvoice(),
  name = 'invoice.xml',
  parts: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  form.set('file', new File([bytes], name));
  for (const [part, value] of Object.entries(parts)) form.set(part, value);
  return form;
}

export function upload(
  token: string,
  form: FormData = uploadForm(),
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return call('POST', '/api/v1/documents', { token, body: form, headers });
}

export async function accepted(token: string, form?: FormData): Promise<AcceptedDocument> {
  const answer = await upload(token, form);
  if (answer.status !== 202) throw new Error(`upload answered ${answer.status}: ${answer.text}`);
  return acceptedDocumentSchema.parse(answer.json);
}

const POLL_MS = 25;

/** Polls until processing of the document has ended. */
export async function untilTerminal(token: string, documentId: string): Promise<DocumentView> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const document = documentWithResultSchema.parse(
      (await call('GET', `/api/v1/documents/${documentId}?include=none`, { token })).json,
    );
    if (isTerminal(document.status)) return document;
    if (Date.now() > deadline) throw new Error(`${documentId} is still ${document.status}`);
    await scheduler.wait(POLL_MS);
  }
}
