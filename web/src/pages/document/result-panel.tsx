import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import { ChecksPanel } from './checks-panel.tsx';
import { DocumentPicker } from './document-picker.tsx';
import { FieldList } from './field-list.tsx';
import type { Highlight } from './highlight.ts';
import { JsonPanel } from './json-panel.tsx';
import { LineItemsTable } from './line-items-table.tsx';
import { ResultSummary } from './result-summary.tsx';
import { TablesPanel } from './tables-panel.tsx';
import type { ResultTab } from './use-result-keys.ts';
import type { ValueSpot } from './value-spots.ts';

export interface ResultPanelProps {
  readonly document: DocumentView;
  /** The result of the whole file; `result` is that of the document shown. */
  readonly whole: Result;
  readonly chosen: number;
  readonly onDocument: (index: number) => void;
  readonly result: Result;
  readonly spots: readonly ValueSpot[];
  readonly highlight: Highlight;
  readonly tab: ResultTab;
  readonly onTab: (tab: ResultTab) => void;
  readonly onChoose: (key: string) => void;
}

export function ResultPanel(props: ResultPanelProps) {
  const { document, whole, chosen, onDocument, result, spots, highlight, tab, onTab, onChoose } = props;
  const tables = result.tables ?? [];
  const broken = result.checks.filter(({ ok }) => !ok).length;
  const tabs: readonly (readonly [ResultTab, string, string])[] = [
    ['fields', 'Fields', String(Object.keys(result.fields).length)],
    ['lines', 'Line items', String(result.line_items.length)],
    ['tables', 'Tables', String(tables.length)],
    ['checks', 'Checks', broken > 0 ? `${broken} failed` : String(result.checks.length)],
    ['json', 'JSON', ''],
  ];
  return (
    <div class="flex h-full flex-col bg-surface">
      {whole.documents && <DocumentPicker documents={whole.documents} chosen={chosen} onChoose={onDocument} />}
      <nav aria-label="Result" class="flex shrink-0 gap-1 overflow-x-auto border-line border-b px-2 sm:px-4">
        {tabs.map(([name, label, count]) => (
          <button
            key={name}
            type="button"
            aria-current={tab === name ? 'true' : undefined}
            onClick={() => onTab(name)}
            class={`flex h-10 cursor-pointer items-center gap-1.5 border-b-2 px-2.5 text-sm ${tab === name ? 'border-ink font-semibold' : 'border-transparent text-ink-soft hover:text-ink'}`}
          >
            {label}
            {count !== '' && (
              <span
                class={`whitespace-nowrap rounded-full px-1.5 font-medium text-xs tabular-nums ${name === 'checks' && broken > 0 ? 'bg-danger-soft text-danger' : 'bg-sunken text-ink-soft'}`}
              >
                {count}
              </span>
            )}
          </button>
        ))}
      </nav>
      {/* The key resets the scroll position when the tab changes. */}
      <div key={tab} class="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {(tab === 'fields' || tab === 'checks') && (
          <ResultSummary
            document={document}
            result={result}
            spots={spots}
            onChoose={onChoose}
            onChecks={tab === 'checks' ? null : () => onTab('checks')}
          />
        )}
        {tab === 'fields' && <FieldList spots={spots} result={result} highlight={highlight} />}
        {tab === 'lines' && <LineItemsTable spots={spots} result={result} highlight={highlight} />}
        {tab === 'tables' && (
          <TablesPanel
            tables={tables}
            onPage={(page) => {
              highlight.page.value = page;
            }}
          />
        )}
        {tab === 'checks' && <ChecksPanel checks={result.checks} />}
        {tab === 'json' && <JsonPanel document={document} result={whole} />}
      </div>
    </div>
  );
}
