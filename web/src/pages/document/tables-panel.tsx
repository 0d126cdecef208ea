import type { Result } from '#core/contract/result';
import { CopyButton } from '../../components/copy-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { csvOf, tsvOf } from './table-text.ts';

type Table = NonNullable<Result['tables']>[number];

export interface TablesPanelProps {
  readonly tables: readonly Table[];
  readonly onPage: (page: number) => void;
}

/** Every table of the document, to view and to copy. */
export function TablesPanel({ tables, onPage }: TablesPanelProps) {
  if (tables.length === 0) {
    return <EmptyState icon="inbox" title="No tables" text="No table was found in this document." />;
  }
  return (
    <div class="flex flex-col gap-3 p-4 sm:px-6">
      {tables.map((table, index) => (
        <details key={`${table.page}:${table.box.join(',')}`} class="card" open={index < OPEN_TABLES}>
          <summary class="cursor-pointer px-4 py-2.5 font-medium text-sm">
            Table {index + 1}
            <span class="ml-2 font-normal text-ink-soft">
              page {table.page}, {table.rows.length} rows
            </span>
          </summary>
          <div class="flex flex-wrap gap-2 px-4 pb-3">
            <CopyButton text={tsvOf(table)} what="as cells" spelled />
            <CopyButton text={csvOf(table)} what="as CSV" spelled />
            <button type="button" class="button" onClick={() => onPage(table.page)}>
              Show page
            </button>
          </div>
          <ScrollRegion class="max-h-96 overflow-auto border-line border-t" label={`Table ${index + 1}`}>
            <Grid table={table} />
          </ScrollRegion>
        </details>
      ))}
    </div>
  );
}

/** Tables opened initially; a report may have hundreds. */
const OPEN_TABLES = 3;

function Grid({ table }: { readonly table: Table }) {
  return (
    <table class="w-full border-collapse text-sm">
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={`row-${at + 1}`}>
            {row.map(({ text, col_span }, place) => (
              <td
                key={`cell-${place + 1}`}
                colSpan={col_span}
                class={`border-line border-r border-b px-2 py-1 align-top tabular-nums last:border-r-0 ${at === 0 ? 'font-medium' : ''}`}
              >
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
