import { describe, expect, test } from 'vitest';
import { collectCandidates } from '../../candidates/collect.ts';
import { buildLines } from '../../layout/lines.ts';
import { FREE_PACE } from '../../pace.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import type { Choice } from '../base/choice.ts';
import { createContext, groupLinks, type ResolveContext } from '../base/context.ts';
import { describeCandidates, FEATURE_COUNT } from './candidate-features.ts';
import { fillIn } from './fill-in.ts';
import { LEARNED_MODELS } from './learned-models.data.ts';
import { parseModels } from './model.ts';

const noPause = async () => {};
/** Parsing the weights must not exceed a Worker's startup limit. */
const MAX_LOAD_MS = 60;
const MAX_WEIGHTS_BYTES = 2_000_000;

async function contextFrom(text: string): Promise<ResolveContext> {
  const pages = documentFromText(text).pages.map((page) => collectCandidates(buildLines(page)));
  return createContext(pages, await groupLinks(pages, FREE_PACE), 'invoice', 'en');
}

/** Words for the number and the date that are in no lexicon. */
const UNLABELLED = `Example Trading Ltd
12 Mill Lane
Ashbourne

INVOICE

Zahlwort             INV-204188
Tagwort              2024-05-17

Description          Qty     Price      Amount
Oak table top          2     50.00      100.00

Netsum                                  100.00
VAT 20%                                  20.00
Total                                   120.00`;

const known = (value: string): Choice => ({
  value,
  spans: [],
  score: 1,
  rule: 'test',
  alternatives: [],
  checks: [],
  proof: true,
  ambiguous: false,
});

describe('values that no label led to', () => {
  test('are found, and never called proved or supported', async () => {
    const context = await contextFrom(UNLABELLED);
    const filled = await fillIn(new Map([['total_amount', known('120.00')]]), context, noPause);
    expect(filled.size).toBeGreaterThan(0);
    for (const [name, choice] of filled) {
      expect(choice.proof, name).toBe(false);
      expect(choice.score, name).toBeLessThan(0.75);
      expect(choice.rule).toBe(`learned:${name}`);
      expect(choice.spans).toHaveLength(1);
    }
  });

  test('replace nothing that is known', async () => {
    const context = await contextFrom(UNLABELLED);
    const choices = new Map([['invoice_number', known('4711')]]);
    expect((await fillIn(choices, context, noPause)).has('invoice_number')).toBe(false);
  });

  test('are not a number another field has', async () => {
    const context = await contextFrom(UNLABELLED);
    const choices = new Map([['order_number', known('INV-204188')]]);
    expect((await fillIn(choices, context, noPause)).get('invoice_number')?.value).not.toBe('INV-204188');
  });

  test('never take the place of a value that something checks', async () => {
    const context = await contextFrom(UNLABELLED);
    const checked = { ...known('900.00'), proof: false, score: 0.3, rule: 'largest_amount', checks: ['sum'] };
    expect((await fillIn(new Map([['total_amount', checked]]), context, noPause)).has('total_amount')).toBe(false);
  });

  test('are not given for a type of document the scorer has not seen', async () => {
    const context = await contextFrom(UNLABELLED);
    expect((await fillIn(new Map(), { ...context, documentType: 'tax_form' }, noPause)).size).toBe(0);
  });
});

describe('features', () => {
  test('are as many as the weights were learned with', async () => {
    const context = await contextFrom(UNLABELLED);
    for (const kind of ['amount', 'date', 'identifier'] as const) {
      for (const { dense } of describeCandidates(context, kind)) expect(dense).toHaveLength(FEATURE_COUNT);
    }
    const used = Object.values(parseModels(LEARNED_MODELS)).flatMap(({ trees }) =>
      trees.flatMap(({ feature }) => feature),
    );
    expect(Math.max(...used)).toBeLessThanOrEqual(FEATURE_COUNT);
  });

  test('do not know the value itself: another number of the same form has the same neighbour words', async () => {
    const wordsOf = async (number: string) => {
      const context = await contextFrom(UNLABELLED.replace('INV-204188', number));
      return describeCandidates(context, 'identifier').find(({ value }) => value === number)?.words;
    };
    expect(await wordsOf('INV-204188')).toEqual(await wordsOf('INV-999999'));
  });
});

test('the weights are small and quickly read', () => {
  expect(LEARNED_MODELS.length).toBeLessThan(MAX_WEIGHTS_BYTES);
  // Takes the fastest of several runs, so that load on the machine does not count.
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    parseModels(LEARNED_MODELS);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(MAX_LOAD_MS);
});
