import { beforeAll, describe, expect, test } from 'vitest';
import type { ExtractionResult } from '#core/domain/result';
import { extract } from '#engine/index';
import { nodeEngineHost } from '../../scripts/engine-host.ts';
import { type DocumentScore, judgeDocument } from '../../scripts/score/judge-document.ts';
import { type SetSummary, summariseSet } from '../../scripts/score/summarise.ts';
import floor from './floor.json' with { type: 'json' };
import { SAMPLE_NAMES, type Sample, sampleInvoice } from './sample/index.ts';

/** Accuracy of the engine on generated documents. A change that falls below the floor is not merged. */

const READ_ALL_MS = 300_000;

interface Judged {
  readonly sample: Sample;
  readonly result: ExtractionResult;
  readonly score: DocumentScore;
}

const judged: Judged[] = [];
let summary: SetSummary;

beforeAll(async () => {
  const host = nodeEngineHost();
  for (const name of SAMPLE_NAMES) {
    const sample = await sampleInvoice(name);
    const outcome = await extract({ bytes: sample.bytes }, host);
    if (!outcome.ok) throw new Error(`${name} was not read: ${outcome.error.code}`);
    const words = outcome.words.flatMap((page, index) => page.map((word) => ({ ...word, page: index + 1 })));
    judged.push({
      sample,
      result: outcome.result,
      score: judgeDocument('sample', sample.truth, outcome.result, words, {}),
    });
  }
  summary = summariseSet(
    'sample',
    judged.map(({ score }) => score),
  );
}, READ_ALL_MS);

/** One line per error, so that the failure message names the documents. */
function wrongValues(field?: string): string {
  return judged
    .flatMap(({ sample, score }) =>
      score.fields
        .filter((value) => value.verdict !== 'right' && (field === undefined || value.field === field))
        .map(
          (value) => `${sample.name} ${value.field}: expected ${value.expected}, got ${value.returned ?? 'nothing'}`,
        ),
    )
    .join('\n');
}

describe('accuracy on the samples', () => {
  test('fields are found as well as before', () => {
    expect(summary.all.f1, wrongValues()).toBeGreaterThanOrEqual(floor.field_f1);
  });

  test.each(Object.entries(floor.fields))('%s keeps its floor', (field, least) => {
    const own = summary.fields.find((candidate) => candidate.field === field);
    expect(own?.f1 ?? 0, wrongValues(field)).toBeGreaterThanOrEqual(least);
  });

  test.each(Object.entries(floor.candidates))('true values of %s are among the candidates', (field, least) => {
    const own = summary.fields.find((candidate) => candidate.field === field);
    expect(own?.candidateRecall ?? 0).toBeGreaterThanOrEqual(least);
  });

  test('document types are told apart', () => {
    expect(summary.typeRight / summary.documents).toBeGreaterThanOrEqual(floor.document_type);
  });

  test('line items keep their floor: rows, cells, whole tables', () => {
    const items = summary.lineItems;
    const tables = judged.flatMap(({ sample, score }) => (score.lineItems?.amountsPerfect ? [] : [sample.name]));
    expect(items?.rows.f1 ?? 0).toBeGreaterThanOrEqual(floor.line_item_row_f1);
    expect(items?.cells.f1 ?? 0).toBeGreaterThanOrEqual(floor.line_item_cell_f1);
    expect((items?.perfectTables ?? 0) / (items?.documents ?? 1), tables.join(', ')).toBeGreaterThanOrEqual(
      floor.perfect_tables,
    );
  });

  test('values point at the words they were read from', () => {
    expect(summary.grounding ?? 0).toBeGreaterThanOrEqual(floor.grounding_f1);
  });

  test('no value that is called proved is wrong', () => {
    expect(summary.proof.wrong).toBe(floor.wrong_among_proved);
  });

  test('proofs are found for their share of values', () => {
    expect(summary.proof.proved / summary.proof.judged).toBeGreaterThanOrEqual(floor.proved_share);
  });
});

describe('decoys', () => {
  test('a value whose check does not hold is not called proved', () => {
    for (const { sample, result } of judged) {
      for (const field of sample.unprovable) {
        expect(result.fields[field]?.state, `${sample.name} ${field}`).not.toBe('proved');
      }
    }
  });

  test('a row whose product does not hold is not called proved', () => {
    const decoy = judged.find(({ sample }) => sample.name === 'decoy-row-amount');
    expect(decoy?.result.line_items[1]?.['amount']?.state).not.toBe('proved');
    expect(decoy?.result.line_items[1]?.['unit_price']?.state).not.toBe('proved');
  });

  test('rows are not proved by a total that does not close', () => {
    const decoy = judged.find(({ sample }) => sample.name === 'decoy-row-amount');
    const states = decoy?.result.line_items.map((item) => item['amount']?.state) ?? [];
    expect(states.length).toBeGreaterThan(0);
    expect(states).not.toContain('proved');
  });
});

describe('the samples themselves', () => {
  test('are the same bytes on every run', async () => {
    const [first, second] = await Promise.all([sampleInvoice('classic-de-hybrid'), sampleInvoice('classic-de-hybrid')]);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  test('the hybrid one is read from its XML', () => {
    const hybrid = judged.find(({ sample }) => sample.name === 'classic-de-hybrid');
    expect(hybrid?.result.fields['total_amount']?.evidence.some((evidence) => evidence.path !== undefined)).toBe(true);
  });
});
