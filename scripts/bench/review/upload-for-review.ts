import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CorpusDocument } from '../../score/load-corpus.ts';
import { callApi, fileForm, text } from '../../start/api-client.ts';

const UNFINISHED: ReadonlySet<string> = new Set(['received', 'queued', 'processing']);
const POLL_MS = 100;

/** Documents with labelled fields, a few of each set in turn, so that no set makes up the whole. */
function inTurn(documents: readonly CorpusDocument[]): readonly CorpusDocument[] {
  const labelled = documents.filter(({ truth }) => Object.keys(truth.fields).length > 0);
  const sets = [...Map.groupBy(labelled, ({ set }) => set).values()];
  const longest = Math.max(0, ...sets.map((set) => set.length));
  return Array.from({ length: longest }, (_, at) => sets.flatMap((set) => set[at] ?? [])).flat();
}

/** Uploads documents until `count` of them need review. The names are those of the truths, which the screen shows. */
export async function uploadForReview(
  address: string,
  token: string,
  documents: readonly CorpusDocument[],
  count: number,
): Promise<ReadonlyMap<string, CorpusDocument & { readonly id: string }>> {
  const kept = new Map<string, CorpusDocument & { readonly id: string }>();
  for (const document of inTurn(documents)) {
    if (kept.size === count) break;
    const name = `${document.truth.id}${extname(document.file)}`;
    const form = fileForm(name, await readFile(document.file));
    const { status, body } = await callApi(address, 'POST', '/documents', { token, form });
    // A file of a kind that the platform refuses is no document to review.
    if (status !== 202) continue;
    const id = text(body, 'document', 'id');
    let now: string;
    do {
      await delay(POLL_MS);
      now = text((await callApi(address, 'GET', `/documents/${id}`, { token })).body, 'status');
    } while (UNFINISHED.has(now));
    if (now === 'needs_review') kept.set(name, { ...document, id });
    else await callApi(address, 'DELETE', `/documents/${id}`, { token });
  }
  return kept;
}
