import { readFile } from 'node:fs/promises';
import { extractFromDocument } from '#engine/index';
import {
  contextOf,
  type DescribedCandidate,
  describeCandidates,
  type LearnedKind,
  readDocument,
} from '#engine/learning';
import type { EngineHost, ReadDocument } from '#engine/model';
import { compareAny } from '../../scripts/score/compare-value.ts';
import { fieldType } from '../../scripts/score/field-types.ts';
import { documentFromGoldWords } from '../../scripts/score/gold-document.ts';
import { type CorpusDocument, loadCorpus } from '../../scripts/score/load-corpus.ts';
import { parseGoldWords } from '../../scripts/score/truth.ts';

/** The engine's current value for a field. */
export interface EngineAnswer {
  readonly right: boolean;
  readonly rule: string;
  readonly state: string;
}

/** One document: its candidates by kind, its truth, and the engine's own results for comparison. */
export interface Example {
  readonly id: string;
  readonly set: string;
  /** Layout program, or the set for real documents. */
  readonly program: number | undefined;
  readonly locale: string;
  readonly candidates: Readonly<Record<LearnedKind, readonly DescribedCandidate[]>>;
  readonly isRight: (field: string, value: string) => boolean;
  readonly labelled: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  readonly engine: ReadonlyMap<string, EngineAnswer>;
}

/** Separates the ids of advertising programs from those of other layouts. */
const FIRST_AD_PROGRAM = 100_000;

/** All readable documents of a folder in corpus format. `goldWords` takes the words from the truth file. */
export async function readExamples(folder: string, host: EngineHost, goldWords: boolean): Promise<readonly Example[]> {
  const corpus = await loadCorpus(folder);
  const examples: Example[] = [];
  for (const document of corpus.documents) {
    const read = await readWords(document, host, goldWords);
    if (read !== undefined) examples.push(await toExample(document, read, host));
  }
  return examples;
}

async function readWords(
  document: CorpusDocument,
  host: EngineHost,
  goldWords: boolean,
): Promise<ReadDocument | undefined> {
  if (goldWords) {
    if (document.goldWords === undefined) return undefined;
    return documentFromGoldWords(parseGoldWords(JSON.parse(await readFile(document.goldWords, 'utf8'))));
  }
  if (!document.file.endsWith('.pdf')) return undefined;
  const read = await readDocument(await readFile(document.file), host);
  return read.ok ? read.document : undefined;
}

async function toExample({ truth, set }: CorpusDocument, read: ReadDocument, host: EngineHost): Promise<Example> {
  const context = await contextOf(read, host);
  const outcome = await extractFromDocument(read, host);
  // Airtime orders only have a generic number, which is the number of their document type.
  const reference = truth.doc_type === 'invoice' ? 'invoice_number' : 'order_number';
  const trueFields: Readonly<Record<string, string>> = {
    ...truth.fields,
    ...(truth.fields['reference_number'] !== undefined && { [reference]: truth.fields['reference_number'] }),
  };
  const isRight = (field: string, value: string) => {
    const expected = trueFields[field];
    return (
      expected !== undefined &&
      compareAny(fieldType(field, {}), value, [expected, ...(truth.accept[field] ?? [])]).right
    );
  };
  // Excludes values filled in by earlier weights, because no label led to them.
  const fields = Object.entries(outcome.ok ? outcome.result.fields : {}).filter(
    ([, { rule }]) => !rule.startsWith('learned:'),
  );
  const [, series, program, locale] = /^(p|ad)(\d+)-(?:(.+)-)?[^-]+$/.exec(truth.id) ?? [];
  const labelled = new Set(Object.keys(trueFields));
  return {
    id: truth.id,
    set,
    program: program === undefined ? undefined : Number(program) + (series === 'ad' ? FIRST_AD_PROGRAM : 0),
    locale: locale ?? '',
    candidates: {
      amount: describeCandidates(context, 'amount'),
      date: describeCandidates(context, 'date'),
      identifier: describeCandidates(context, 'identifier'),
    },
    isRight,
    labelled,
    absent: new Set(truth.absent),
    engine: new Map(
      fields.map(([name, { value, rule, state }]) => [name, { right: isRight(name, value), rule, state }]),
    ),
  };
}
