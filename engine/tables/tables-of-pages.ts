import type { ResultTable } from '#core/domain/result';
import type { PageLayout } from '../layout/lines.ts';
import type { Pace } from '../pace.ts';
import { findTables } from './find-tables.ts';

/** Bounds the result; beyond this, the content of a document of 500 dense pages is available as words. */
const MAX_CELLS = 40_000;

/** Tables of all pages in order, up to the limit. */
export async function tablesOfPages(layouts: readonly PageLayout[], pace: Pace): Promise<ResultTable[]> {
  const tables: ResultTable[] = [];
  let cells = 0;
  for (const layout of layouts) {
    for (const table of findTables(layout, pace)) {
      cells += table.rows.reduce((sum, row) => sum + row.length, 0);
      if (cells > MAX_CELLS) return tables;
      tables.push(table);
    }
    await pace.spend(layout.page.words.length / 2);
  }
  return tables;
}
