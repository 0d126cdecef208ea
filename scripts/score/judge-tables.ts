import type { ResultTable } from '#core/domain/result';
import type { Tally } from './judge-line-items.ts';
import type { Truth } from './truth.ts';

type TrueTable = NonNullable<Truth['tables']>[number];

/** Cell scores of a document's tables, compared by row, column and text (corpus README, Scoring). */
export interface TableScore {
  readonly id: string;
  readonly cells: Tally;
  /** Number of tables with every cell correct and no extra cell. */
  readonly perfect: number;
  readonly tables: number;
}

/** Matches tables one to one, best first; cells of unmatched tables count as returned. */
export function judgeTables(id: string, expected: readonly TrueTable[], returned: readonly ResultTable[]): TableScore {
  const truths = expected.map((table) => ({ page: table.pages[0], keys: keysOfTruth(table) }));
  const found = returned.map((table) => ({ page: table.page, keys: keysOfTable(table) }));
  const pairs = truths.flatMap((truth) =>
    found
      .filter(({ page }) => page === truth.page)
      .map((table) => ({ truth, table, shared: [...truth.keys].filter((key) => table.keys.has(key)).length })),
  );
  pairs.sort((a, b) => b.shared - a.shared);
  const taken = new Set<unknown>();
  let right = 0;
  let perfect = 0;
  for (const { truth, table, shared } of pairs) {
    if (shared === 0 || taken.has(truth) || taken.has(table)) continue;
    taken.add(truth).add(table);
    right += shared;
    if (shared === truth.keys.size && shared === table.keys.size) perfect += 1;
  }
  const sum = (tables: readonly { readonly keys: ReadonlySet<string> }[]) =>
    tables.reduce((total, { keys }) => total + keys.size, 0);
  return { id, cells: { right, returned: sum(found), labelled: sum(truths) }, perfect, tables: truths.length };
}

function keysOfTruth({ cells }: TrueTable): Set<string> {
  return new Set(cells.filter(({ text }) => plain(text) !== '').map(({ row, col, text }) => keyOf(row, col, text)));
}

function keysOfTable({ rows }: ResultTable): Set<string> {
  const keys = new Set<string>();
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const { text, col_span } of cells) {
      if (plain(text) !== '') keys.add(keyOf(row, column, text));
      column += col_span ?? 1;
    }
  }
  return keys;
}

const keyOf = (row: number, column: number, text: string) => `${row}:${column}:${plain(text)}`;

/** Ignores white space and case, in which labels differ, and unifies Unicode variants of a letter. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
