import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type FieldTypes, parseFieldTypes } from './field-types.ts';
import { parseTruth, type Truth } from './truth.ts';

export interface CorpusDocument {
  readonly set: string;
  /** Path of the document. */
  readonly file: string;
  readonly truth: Truth;
  /** Path of the gold words, if the source has them. */
  readonly goldWords?: string;
}

export interface Corpus {
  readonly documents: readonly CorpusDocument[];
  readonly types: FieldTypes;
}

const TRUTH_ENDING = '.truth.json';

/** Reads every `*.truth.json` under a corpus folder or under one of its sets; a set is the folder a truth lies in. */
export async function loadCorpus(folder: string, onlySet?: string): Promise<Corpus> {
  const entries = await readdir(folder, { recursive: true });
  const truths = entries.filter((entry) => entry.endsWith(TRUTH_ENDING)).sort();
  const documents: CorpusDocument[] = [];
  for (const entry of truths) {
    const path = join(folder, entry);
    const set = basename(dirname(path));
    if (onlySet !== undefined && set !== onlySet) continue;
    const truth = parseTruth(JSON.parse(await readFile(path, 'utf8')));
    documents.push({
      set,
      file: join(dirname(path), truth.file),
      truth,
      ...(truth.words !== undefined && { goldWords: join(dirname(path), truth.words) }),
    });
  }
  return { documents, types: await loadTypes(folder) };
}

async function loadTypes(folder: string): Promise<FieldTypes> {
  for (const place of [folder, dirname(folder)]) {
    if ((await readdir(place)).includes('field-types.json')) {
      return parseFieldTypes(JSON.parse(await readFile(join(place, 'field-types.json'), 'utf8')));
    }
  }
  return {};
}
