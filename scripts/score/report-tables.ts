import { formatShare } from './format-table.ts';
import type { CorpusScore } from './score-corpus.ts';
import { addTallies, calibrationError, type Rates, ratesOf, type SetSummary } from './summarise.ts';

export interface ReportTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : formatShare(part / whole));
const rates = (value: Rates) => [formatShare(value.precision), formatShare(value.recall), formatShare(value.f1)];

/** All tables of the report, for the terminal and for the document. */
export function reportTables(score: CorpusScore): readonly ReportTable[] {
  const tables = [
    overview(score),
    lineItems(score.sets),
    proof(score.sets),
    ...score.sets.map(fieldsOf),
    calibration(score.sets),
    confusion(score.sets),
    behaviour(score),
    texts(score),
    gridTables(score),
    packets(score),
    failures(score),
  ];
  return tables.filter((table) => table.rows.length > 0);
}

function overview(score: CorpusScore): ReportTable {
  return {
    title: 'Fields by set',
    header: [
      'set',
      'docs',
      'P',
      'R',
      'F1',
      'F1 clean',
      'all right',
      'type',
      'strict F1',
      'grounding',
      'ms p50',
      'ms p95',
    ],
    rows: score.sets.map((set) => {
      const time = score.msPerPage[set.set];
      return [
        set.set,
        String(set.documents),
        ...rates(set.all),
        formatShare(set.clean.f1),
        share(set.allRightDocuments, set.documents),
        share(set.typeRight, set.documents),
        set.strict ? formatShare(set.strict.f1) : '–',
        formatShare(set.grounding),
        time ? time.p50.toFixed(0) : '–',
        time ? time.p95.toFixed(0) : '–',
      ];
    }),
  };
}

function lineItems(sets: readonly SetSummary[]): ReportTable {
  return {
    title: 'Line items',
    header: ['set', 'docs', 'row P', 'row R', 'row F1', 'cell F1', 'perfect', 'flawless', 'columns (F1)'],
    rows: sets.flatMap(({ set, lineItems: items }) =>
      items
        ? [
            [
              set,
              String(items.documents),
              ...rates(items.rows),
              formatShare(items.cells.f1),
              share(items.perfectTables, items.documents),
              share(items.flawlessTables, items.documents),
              Object.entries(items.columns)
                .map(([name, value]) => `${name} ${formatShare(value.f1)}`)
                .join(', '),
            ],
          ]
        : [],
    ),
  };
}

function proof(sets: readonly SetSummary[]): ReportTable {
  return {
    title: 'Proved values',
    header: ['set', 'judged', 'proved', 'share', 'wrong', 'wrong at most (95 %)'],
    rows: sets.map(({ set, proof: value }) => [
      set,
      String(value.judged),
      String(value.proved),
      share(value.proved, value.judged),
      String(value.wrong),
      value.proved === 0 ? '–' : formatShare(value.upperLimit),
    ]),
  };
}

function fieldsOf(set: SetSummary): ReportTable {
  return {
    title: `Set ${set.set}`,
    header: ['field', 'labels', 'P', 'R', 'F1', 'mean score', 'candidates', 'grounding', 'proved', 'proved wrong'],
    rows: set.fields.map((field) => [
      field.noisy ? `${field.field} (noisy labels)` : field.field,
      String(field.labelled),
      ...rates(field),
      formatShare(field.meanScore),
      formatShare(field.candidateRecall),
      formatShare(field.grounding),
      String(field.proved),
      String(field.provedWrong),
    ]),
  };
}

function calibration(sets: readonly SetSummary[]): ReportTable {
  const first = sets[0];
  return {
    title: 'Calibration: share right / values, by stated confidence',
    header: ['set', ...(first?.calibration.map((bin) => `${bin.from}–${bin.to}`) ?? []), 'error'],
    rows: sets.map((set) => [
      set.set,
      ...set.calibration.map((bin) => (bin.count === 0 ? '–' : `${formatShare(bin.right / bin.count)}/${bin.count}`)),
      formatShare(calibrationError(set.calibration)),
    ]),
  };
}

function confusion(sets: readonly SetSummary[]): ReportTable {
  const total: Record<string, Record<string, number>> = {};
  for (const set of sets) {
    for (const [expected, row] of Object.entries(set.confusion)) {
      const into = total[expected] ?? {};
      total[expected] = into;
      for (const [returned, count] of Object.entries(row)) into[returned] = (into[returned] ?? 0) + count;
    }
  }
  const columns = [...new Set(Object.values(total).flatMap((row) => Object.keys(row)))].sort();
  return {
    title: 'Document types: labelled (rows) and returned (columns)',
    header: ['labelled', ...columns],
    rows: Object.entries(total).map(([expected, row]) => [
      expected,
      ...columns.map((column) => String(row[column] ?? 0)),
    ]),
  };
}

function behaviour(score: CorpusScore): ReportTable {
  const kinds = [...new Set(score.behaviour.map((item) => item.expected))].sort();
  const right = score.behaviour.filter((item) => item.right).length;
  return {
    title: `Robustness: ${right} of ${score.behaviour.length} end as expected`,
    header: ['expected', 'docs', 'right', 'wrong endings'],
    rows: kinds.map((kind) => {
      const items = score.behaviour.filter((item) => item.expected === kind);
      const wrong = items.filter((item) => !item.right);
      return [
        kind,
        String(items.length),
        String(items.length - wrong.length),
        wrong.map((item) => `${item.id} (${item.ending})`).join('; ') || 'none',
      ];
    }),
  };
}

function texts(score: CorpusScore): ReportTable {
  return {
    title: 'Full text: character error rate',
    header: ['document', 'error rate'],
    rows: score.texts.map((item) => [item.id, formatShare(item.characterErrorRate)]),
  };
}

function gridTables(score: CorpusScore): ReportTable {
  const all = score.tables.map(({ cells }) => cells);
  return {
    title: `Tables: cell F1 ${all.length === 0 ? '–' : formatShare(ratesOf(addTallies(all)).f1)}`,
    header: ['document', 'tables', 'perfect', 'cells', 'P', 'R', 'F1'],
    rows: score.tables.map(({ id, tables, perfect, cells }) => [
      id,
      String(tables),
      String(perfect),
      String(cells.labelled),
      ...rates(ratesOf(cells)),
    ]),
  };
}

function packets(score: CorpusScore): ReportTable {
  return {
    title: 'Files of several documents: types of pages',
    header: ['document', 'pages', 'right', 'wrong'],
    rows: score.packets.map(({ id, pages, right, wrong }) => [
      id,
      String(pages),
      share(right, pages),
      wrong.join('; ') || 'none',
    ]),
  };
}

function failures(score: CorpusScore): ReportTable {
  const groups = new Map<string, string[]>();
  for (const { set, reason, id } of score.failures) {
    const key = JSON.stringify([set, reason]);
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  const SHOWN = 3;
  return {
    title: 'Documents that gave no result',
    header: ['set', 'docs', 'reason', 'documents'],
    rows: [...groups].map(([key, ids]) => {
      const [set, reason]: string[] = JSON.parse(key);
      const more = ids.length > SHOWN ? `, and ${ids.length - SHOWN} more` : '';
      return [set ?? '', String(ids.length), reason ?? '', ids.slice(0, SHOWN).join(', ') + more];
    }),
  };
}
