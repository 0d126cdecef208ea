import { readFile } from 'node:fs/promises';
import type { PageWord } from '#core/domain/result';
import type { EngineOutcome } from '#engine/model';
import { type PoolOptions, type PoolOutcome, runPool } from './engine-pool.ts';
import { type BehaviourScore, type Ending, judgeBehaviour } from './judge-behaviour.ts';
import { type DocumentScore, judgeDocument, judgeUnread } from './judge-document.ts';
import type { PlacedWord } from './judge-grounding.ts';
import { judgePages, type PacketScore } from './judge-pages.ts';
import { judgeTables, type TableScore } from './judge-tables.ts';
import { type Corpus, type CorpusDocument, loadCorpus } from './load-corpus.ts';
import { type SetSummary, summariseSet } from './summarise.ts';
import { characterErrorRate } from './text-similarity.ts';
import { type GoldWord, parseGoldWords } from './truth.ts';

export interface TextScore {
  readonly id: string;
  /** Edits per true character, white space collapsed; can exceed 1 if extra text was read. */
  readonly characterErrorRate: number;
}

export interface Failure {
  readonly id: string;
  readonly set: string;
  readonly reason: string;
}

export interface CorpusScore {
  readonly sets: readonly SetSummary[];
  readonly behaviour: readonly BehaviourScore[];
  readonly texts: readonly TextScore[];
  readonly tables: readonly TableScore[];
  readonly packets: readonly PacketScore[];
  /** Labelled documents without a result. */
  readonly failures: readonly Failure[];
  /** Milliseconds per page over the labelled documents that were read, without process start; percentiles. */
  readonly msPerPage: Readonly<Record<string, { readonly p50: number; readonly p95: number; readonly pages: number }>>;
  /** Sets whose truth contains nothing that is measured here. */
  readonly notMeasured: readonly string[];
  readonly documents: readonly DocumentScore[];
}

export interface ScoreOptions {
  readonly folder: string;
  readonly set?: string;
  /** Reads receipts from their gold words instead of their image; documents without gold words are skipped. */
  readonly goldWords: boolean;
  readonly pool: PoolOptions;
  readonly progress?: (done: number, total: number) => void;
}

type Kind = 'behaviour' | 'text' | 'tables' | 'packet' | 'fields' | 'not_measured';

/**
 * The truth file determines the measure: an expected behaviour, a full text, tables or page types; otherwise fields.
 */
function kindOf(document: CorpusDocument): Kind {
  if (document.truth.expect) return 'behaviour';
  if (document.truth.full_text !== undefined) return 'text';
  if (document.truth.tables !== undefined) return 'tables';
  if (document.truth.page_types !== undefined) return 'packet';
  const labelled = Object.keys(document.truth.fields).length > 0 || document.truth.line_items !== null;
  return labelled ? 'fields' : 'not_measured';
}

/** Reads and scores every document of a corpus folder. Throws only when the folder or a truth file is unreadable. */
export async function scoreCorpus(options: ScoreOptions): Promise<CorpusScore> {
  const corpus = await loadCorpus(options.folder, options.set);
  const chosen = corpus.documents.filter(
    (document) => kindOf(document) !== 'not_measured' && (!options.goldWords || document.goldWords !== undefined),
  );
  const judged = new Judgements(corpus);
  let done = 0;
  const requests = await Promise.all(chosen.map((document) => toRequest(document, options.goldWords)));
  await runPool(requests, options.pool, (request, outcome) => {
    judged.add(request.document, outcome, request.gold);
    done += 1;
    options.progress?.(done, chosen.length);
  });
  const notMeasured = corpus.documents.filter((document) => kindOf(document) === 'not_measured');
  return judged.summary([...new Set(notMeasured.map((document) => document.set))]);
}

interface Request {
  readonly file: string;
  readonly goldWords?: string;
  readonly document: CorpusDocument;
  readonly gold: readonly GoldWord[];
}

async function toRequest(document: CorpusDocument, readGold: boolean): Promise<Request> {
  const { file, goldWords } = document;
  const gold = goldWords === undefined ? [] : parseGoldWords(JSON.parse(await readFile(goldWords, 'utf8')));
  return { file, document, gold, ...(readGold && goldWords !== undefined && { goldWords }) };
}

class Judgements {
  readonly #corpus: Corpus;
  readonly #documents: DocumentScore[] = [];
  readonly #behaviour: BehaviourScore[] = [];
  readonly #texts: TextScore[] = [];
  readonly #tables: TableScore[] = [];
  readonly #packets: PacketScore[] = [];
  readonly #failures: Failure[] = [];
  readonly #timings = new Map<string, number[]>();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  add(document: CorpusDocument, outcome: PoolOutcome, gold: readonly GoldWord[]): void {
    const { set, truth } = document;
    const kind = kindOf(document);
    if (kind === 'behaviour') {
      this.#behaviour.push(judgeBehaviour(truth, endingOf(outcome)));
      return;
    }
    const read = outcome.kind === 'replied' && outcome.outcome.ok ? outcome.outcome : undefined;
    if (kind === 'text') {
      const text = read ? textOf(read.words) : '';
      this.#texts.push({ id: truth.id, characterErrorRate: characterErrorRate(text, truth.full_text ?? '') });
    }
    if (kind === 'tables') this.#tables.push(judgeTables(truth.id, truth.tables ?? [], read?.result.tables ?? []));
    if (kind === 'packet') this.#packets.push(judgePages(truth.id, truth.page_types ?? [], read?.result));
    if (!read) {
      this.#failures.push({ id: truth.id, set, reason: reasonOf(outcome) });
      if (kind === 'fields') this.#documents.push(judgeUnread(set, truth, this.#corpus.types));
      return;
    }
    if (kind === 'fields') {
      const words = gold.length > 0 ? gold.map((word) => ({ ...word, page: 1 })) : placed(read.words);
      this.#documents.push(judgeDocument(set, truth, read.result, words, this.#corpus.types, placed(read.words)));
      if (outcome.kind === 'replied') {
        const pages = Math.max(1, read.result.page_count);
        const list = this.#timings.get(set) ?? [];
        for (let page = 0; page < pages; page++) list.push(outcome.elapsedMs / pages);
        this.#timings.set(set, list);
      }
    }
  }

  summary(notMeasured: readonly string[]): CorpusScore {
    const sets = [...new Set(this.#documents.map((document) => document.set))].sort();
    const byId = <T extends { id: string }>(items: readonly T[]) =>
      items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    return {
      sets: sets.map((set) => summariseSet(set, byId(this.#documents.filter((document) => document.set === set)))),
      behaviour: byId(this.#behaviour),
      texts: byId(this.#texts),
      tables: byId(this.#tables),
      packets: byId(this.#packets),
      failures: byId(this.#failures),
      msPerPage: Object.fromEntries(sets.flatMap((set) => this.#percentiles(set))),
      notMeasured,
      documents: byId(this.#documents),
    };
  }

  #percentiles(set: string): readonly (readonly [string, { p50: number; p95: number; pages: number }])[] {
    const sorted = (this.#timings.get(set) ?? []).toSorted((a, b) => a - b);
    if (sorted.length === 0) return [];
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    return [[set, { p50: at(0.5), p95: at(0.95), pages: sorted.length }]];
  }
}

function endingOf(outcome: PoolOutcome): Ending {
  if (outcome.kind !== 'replied') return outcome;
  const { peakBytes } = outcome;
  if (outcome.outcome.ok) return { kind: 'read', text: textOf(outcome.outcome.words), peakBytes };
  const { code, message } = outcome.outcome.error;
  return { kind: 'error', code, message, peakBytes };
}

function reasonOf(outcome: PoolOutcome): string {
  if (outcome.kind !== 'replied') return `${outcome.kind}: ${outcome.detail}`;
  return outcome.outcome.ok ? 'read' : outcome.outcome.error.code;
}

function textOf(words: Extract<EngineOutcome, { ok: true }>['words']): string {
  return words.map((page) => page.map((word) => word.text).join(' ')).join('\n');
}

function placed(pages: readonly (readonly PageWord[])[]): readonly PlacedWord[] {
  return pages.flatMap((page, index) => page.map((word) => ({ text: word.text, box: word.box, page: index + 1 })));
}
