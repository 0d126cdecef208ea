import type { Page } from 'playwright-core';
import type { PageWords } from '#core/contract/result';
import type { ExtractionResult } from '#core/domain/result';
import { compareAny } from '../../score/compare-value.ts';
import type { FieldTypes } from '../../score/field-types.ts';
import type { CorpusDocument } from '../../score/load-corpus.ts';
import { expectApi } from '../../start/api-client.ts';
import { type Answers, answersOf } from './answers.ts';
import { chooseKeys, type PageInView, type Settling } from './choose-keys.ts';
import { pressTimed, readScreen, type Screen } from './step-clock.ts';

/** Kinds of steps whose times are told apart. */
export const STEPS = ['accept', 'alternative', 'absent', 'letter', 'word mode', 'approve'] as const;
export type Step = (typeof STEPS)[number];

export interface ReviewedDocument {
  readonly id: string;
  readonly set: string;
  readonly stops: number;
  readonly keys: number;
  /** Milliseconds of each key press, by step. */
  readonly times: readonly (readonly [Step, number])[];
  readonly settled: readonly Settling['how'][];
  /** Values entered that the server holds differently afterwards. */
  readonly lost: number;
  /** Key presses that changed nothing on the screen. */
  readonly idle: number;
}

export interface ReviewSession {
  readonly address: string;
  readonly token: string;
  readonly page: Page;
  readonly documents: ReadonlyMap<string, CorpusDocument & { readonly id: string }>;
  readonly types: FieldTypes;
}

/** Only a fault leads to as many. */
const MAX_STOPS = 400;

/** Reviews the documents of the queue until it is empty. The first one is open already. */
export async function reviewAll(
  session: ReviewSession,
  onDone: (document: ReviewedDocument) => void,
): Promise<readonly ReviewedDocument[]> {
  const reviewed: ReviewedDocument[] = [];
  for (let screen = await readScreen(session.page); !screen.isEnd; screen = await readScreen(session.page)) {
    const document = session.documents.get(screen.document ?? '');
    if (!document) throw new Error(`the queue shows ${screen.document ?? 'no document'}, which was not uploaded`);
    const one = await reviewOne(session, document);
    reviewed.push(one);
    onDone(one);
  }
  return reviewed;
}

async function reviewOne(
  session: ReviewSession,
  document: CorpusDocument & { readonly id: string },
): Promise<ReviewedDocument> {
  const { address, token, page } = session;
  const result = await readResult(session, document.id);
  const answers = answersOf(document.truth, result, session.types);
  const words = new Map<number, PageWords['words']>();
  const wordsOf = async (number: number) => {
    const known = words.get(number);
    if (known) return known;
    const read: unknown = await expectApi(200, address, 'GET', `/documents/${document.id}/pages/${number}/words`, {
      token,
    });
    const list = (read as PageWords).words;
    words.set(number, list);
    return list;
  };
  const times: (readonly [Step, number])[] = [];
  const settled: Settling['how'][] = [];
  let keys = 0;
  let idle = 0;
  const press = async (key: string, step: Step, toDocument = false) => {
    keys += 1;
    const elapsed = await pressTimed(page, key, toDocument);
    if (elapsed === null) idle += 1;
    else times.push([step, elapsed]);
  };
  const settledKeys = new Set<string>();
  let screen = await readScreen(page);
  for (; !screen.isDone && screen.stop !== null && settled.length < MAX_STOPS; screen = await readScreen(page)) {
    settledKeys.add(screen.stop);
    if (screen.stop.startsWith('line:') && allCellsRight(result, answers)) {
      settled.push('accepted');
      await press('Shift+Enter', 'accept');
      continue;
    }
    const choice = await choose(screen, result, answers, wordsOf);
    settled.push(choice.how);
    for (const key of choice.keys) await press(key, stepOf(choice, key));
  }
  const stops = settledKeys.size;
  await press('Control+Enter', 'approve', true);
  const lost = await countLost(session, document.id, settledKeys, answers);
  return { id: document.truth.id, set: document.set, stops, keys, times, settled, lost, idle };
}

async function choose(
  screen: Screen,
  result: ExtractionResult,
  answers: Answers,
  wordsOf: (page: number) => Promise<PageWords['words']>,
): Promise<Settling> {
  const key = screen.stop ?? '';
  const number = placeOf(result, key) ?? result.pages[0]?.page;
  const locale = { language: result.language, currency: result.fields['currency']?.value ?? null };
  const page: PageInView | null = number === undefined ? null : { words: await wordsOf(number), locale };
  return chooseKeys({ key, value: screen.value, choices: screen.choices }, answers.of(key), page);
}

function fieldAt(result: ExtractionResult, key: string) {
  const [kind, first = '', second = ''] = key.split(':');
  return kind === 'line' ? result.line_items[Number(first)]?.[second] : result.fields[first];
}

const placeOf = (result: ExtractionResult, key: string): number | null =>
  fieldAt(result, key)?.evidence.find(({ page, box }) => page !== null && box !== null)?.page ?? null;

/** Then all doubtful cells are accepted with one key. */
function allCellsRight({ line_items }: ExtractionResult, answers: Answers): boolean {
  return line_items.every((item, row) =>
    Object.entries(item).every(([name, { state, value }]) => {
      const answer = answers.of(`line:${row}:${name}`);
      if (state !== 'needs_review' || answer.kind !== 'value') return true;
      return compareAny(answer.type, value, answer.accepted, { withoutSpaces: answer.withoutSpaces }).right;
    }),
  );
}

function stepOf({ how, keys }: Settling, key: string): Step {
  if (how === 'picked') return 'word mode';
  if (how === 'alternative' || how === 'absent') return how;
  if (how === 'typed' && key !== keys.at(-1)) return 'letter';
  return 'accept';
}

async function countLost(
  session: ReviewSession,
  id: string,
  keys: ReadonlySet<string>,
  answers: Answers,
): Promise<number> {
  await untilApproved(session, id);
  const result = await readResult(session, id);
  return [...keys].filter((key) => {
    const answer = answers.of(key);
    const value = fieldAt(result, key)?.value;
    if (answer.kind !== 'value' || key.startsWith('check:')) return false;
    return value === undefined || !compareAny(answer.type, value, answer.accepted, answer).right;
  }).length;
}

const APPROVAL_TIMEOUT_MS = 20_000;

async function untilApproved({ address, token }: ReviewSession, id: string): Promise<void> {
  const deadline = performance.now() + APPROVAL_TIMEOUT_MS;
  while ((await expectApi(200, address, 'GET', `/documents/${id}`, { token }))['status'] !== 'approved') {
    if (performance.now() > deadline) throw new Error(`${id} was not approved`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function readResult({ address, token }: ReviewSession, id: string): Promise<ExtractionResult> {
  const result: unknown = await expectApi(200, address, 'GET', `/documents/${id}/result`, { token });
  return result as ExtractionResult;
}
