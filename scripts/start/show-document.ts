import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CommandFailure, systemErrorCode } from '../server/failure.ts';
import { seconds } from '../server/progress.ts';
import { callApi, expectApi, fileForm, member, text } from './api-client.ts';

const POLL_MILLISECONDS = 150;
const TIMEOUT_MILLISECONDS = 120_000;

/** Processes one file synchronously and prints its fields as a table. */
export async function showDocument(address: string, apiKey: string, file: string): Promise<void> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CommandFailure(
      `${file} cannot be read (${systemErrorCode(error) ?? String(error)}). Give the path of a document after --demo.`,
    );
  });
  const started = performance.now();
  const answer = await callApi(address, 'POST', '/inference/process-document', {
    token: apiKey,
    form: fileForm(basename(file), bytes),
  });
  if (answer.status !== 200 && answer.status !== 202) {
    throw new CommandFailure(`${file} was not taken: ${String(member(answer.body, 'detail') ?? answer.status)}`);
  }
  const id = text(answer.body, 'document', 'id');
  const result = member(answer.body, 'result') ?? (await waitForResult(address, apiKey, id));
  console.log(
    `\n${basename(file)}  ${String(member(result, 'document_type'))}, ${String(member(result, 'page_count'))} page(s), ${seconds(performance.now() - started)}`,
  );
  console.log(formatFields(member(result, 'fields')));
}

async function waitForResult(address: string, apiKey: string, id: string): Promise<unknown> {
  const deadline = performance.now() + TIMEOUT_MILLISECONDS;
  while (performance.now() < deadline) {
    const document = await expectApi(200, address, 'GET', `/documents/${id}`, { token: apiKey });
    const status = text(document, 'status');
    if (status === 'failed') throw new CommandFailure(`${id} failed: ${JSON.stringify(document['error'])}`);
    if (!['received', 'queued', 'processing'].includes(status))
      return document['result'] ?? expectApi(200, address, 'GET', `/documents/${id}/result`, { token: apiKey });
    await delay(POLL_MILLISECONDS);
  }
  throw new CommandFailure(`${id} was not ready after ${seconds(TIMEOUT_MILLISECONDS)}.`);
}

/** One line per field: name, value, state, page and source words. */
function formatFields(fields: unknown): string {
  const rows = Object.entries(typeof fields === 'object' && fields !== null ? fields : {}).map(([name, field]) => {
    const evidence: unknown = member(field, 'evidence');
    const first: unknown = Array.isArray(evidence) ? evidence[0] : undefined;
    const place =
      first === undefined ? '' : `page ${String(member(first, 'page'))}: ${String(member(first, 'text') ?? '')}`;
    return [name, String(member(field, 'value') ?? '-'), String(member(field, 'state') ?? ''), place];
  });
  const table = [['field', 'value', 'state', 'where'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}
