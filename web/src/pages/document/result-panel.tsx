import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import { ChecksPanel } from './checks-panel.tsx';
import { DocumentPicker } from './document-picker.tsx';
import { FieldList } from './field-list.tsx';
import { JsonPanel } from './json-panel.tsx';
import type { Lighting } from './lighting.ts';
import { LineItemsTable } from './line-items-table.tsx';
import { TablesPanel } from './tables-panel.tsx';
import type { ResultTab } from './use-result-keys.ts';
import type { ValueSpot } from './value-spots.ts';
import { Verdict } from './verdict.tsx';

export interface ResultPanelProps {
  readonly document: DocumentView;
  /** The result of the whole file; `result` is of the document in it that is shown. */
  readonly whole: Result;
  readonly chosen: number;
  readonly onDocument: (index: number) => void;
  readonly result: Result;
  readonly spots: readonly ValueSpot[];
  readonly lighting: Lighting;
  readonly tab: ResultTab;
  readonly onTab: (tab: ResultTab) => void;
  readonly onChoose: (key: string) => void;
}

export function ResultPanel(props: ResultPanelProps) {
  const { document, whole, chosen, onDocument, result, spots, lighting, tab, onTab, onChoose } = props;
  const tables = result.tables ?? [];
  const broken = result.checks.filter(({ ok }) => !ok).length;
  const tabs: readonly (readonly [ResultTab, string, string])[] = [
    ['fields', 'Fields', String(Object.keys(result.fields).length)],
    ['lines', 'Lines', String(result.line_items.length)],
    ['tables', 'Tables', String(tables.length)],
    ['checks', 'Checks', broken > 0 ? `${broken} broken` : String(result.checks.length)],
    ['json', 'JSON', ''],
  ];
  return (
    <div class="flex h-full flex-col bg-surface">
      {whole.documents && <DocumentPicker documents={whole.documents} chosen={chosen} onChoose={onDocument} />}
      <nav
        aria-label="Parts of the result"
        class="flex shrink-0 gap-1 overflow-x-auto border-line border-b px-2 sm:px-4"
      >
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
      {/* A part opens at its top, wherever the one before was scrolled to. */}
      <div key={tab} class="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {(tab === 'fields' || tab === 'checks') && (
          <Verdict
            result={result}
            spots={spots}
            onChoose={onChoose}
            onChecks={tab === 'checks' ? null : () => onTab('checks')}
          />
        )}
        {tab === 'fields' && <FieldList spots={spots} result={result} lighting={lighting} />}
        {tab === 'lines' && <LineItemsTable spots={spots} result={result} lighting={lighting} />}
        {tab === 'tables' && (
          <TablesPanel
            tables={tables}
            onPage={(page) => {
              lighting.page.value = page;
            }}
          />
        )}
        {tab === 'checks' && <ChecksPanel checks={result.checks} />}
        {tab === 'json' && <JsonPanel document={document} result={whole} />}
      </div>
    </div>
  );
}
