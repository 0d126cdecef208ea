import { beforeAll, expect, test } from 'vitest';
import { extract } from '#engine/index';
import { nodeEngineHost } from '../scripts/engine-host.ts';
import { type DocumentScore, judgeDocument } from '../scripts/score/judge-document.ts';
import { summariseSet } from '../scripts/score/summarise.ts';
import { parseTruth } from '../scripts/score/truth.ts';
import { PROGRAM_COUNT } from './generator/layout-program.ts';
import { LOCALES, type LocaleName } from './generator/locales.data.ts';
import { makeDocument } from './generator/make-document.ts';
import { Random } from './generator/random.ts';

/** The third series of layouts: never use it for training, and never inspect it when writing rules. */
const FIRST_PROGRAM = 2 * PROGRAM_COUNT;
const DOCUMENTS = 82;
const READ_ALL_MS = 300_000;
/** Below the measured value, so that small variations pass; far above the result of a broken rule. */
const LEAST_FIELD_F1 = 0.92;
const LEAST_ROW_F1 = 0.85;
const LEAST_TYPES = 0.85;

const scores: DocumentScore[] = [];

beforeAll(async () => {
  const host = nodeEngineHost();
  const random = new Random('accuracy on unseen layouts');
  const locales = Object.keys(LOCALES).filter((name): name is LocaleName => name in LOCALES);
  for (let index = 0; index < DOCUMENTS; index++) {
    const program = FIRST_PROGRAM + Math.floor((index * PROGRAM_COUNT) / DOCUMENTS);
    const made = await makeDocument(program, random.pick(locales), 'unseen');
    const outcome = await extract({ bytes: made.bytes }, host);
    if (!outcome.ok) throw new Error(`${made.id} was not read: ${outcome.error.code}`);
    const words = outcome.words.flatMap((page, at) => page.map((word) => ({ ...word, page: at + 1 })));
    scores.push(judgeDocument('unseen', parseTruth(made.truth), outcome.result, words, {}));
  }
}, READ_ALL_MS);

const wrong = () =>
  scores
    .flatMap((score) => score.fields.map((field) => ({ id: score.id, ...field })))
    .filter(({ verdict }) => verdict !== 'right')
    .map(
      ({ id, field, expected, returned, state }) =>
        `${id} ${field}: ${expected} / ${returned ?? 'nothing'} ${state ?? ''}`,
    )
    .join('\n');

test('no value on unseen layouts is called proved and wrong', () => {
  expect(summariseSet('unseen', scores).proof.wrong, wrong()).toBe(0);
});

test('fields, rows and types of unseen layouts are found', () => {
  const summary = summariseSet('unseen', scores);
  expect(summary.all.f1, wrong()).toBeGreaterThanOrEqual(LEAST_FIELD_F1);
  expect(summary.lineItems?.rows.f1 ?? 0).toBeGreaterThanOrEqual(LEAST_ROW_F1);
  expect(summary.typeRight / summary.documents).toBeGreaterThanOrEqual(LEAST_TYPES);
});
