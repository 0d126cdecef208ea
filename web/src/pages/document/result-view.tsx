import { useSignalEffect } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import { Icon } from '../../components/icon.tsx';
import { useNarrowScreen } from '../../state/use-narrow-screen.ts';
import { mainDocument, resultOfDocument } from './document-choice.ts';
import { createHighlight } from './highlight.ts';
import { PageViewer } from './page-viewer.tsx';
import { ResultPanel } from './result-panel.tsx';
import { SourceOutline } from './source-outline.tsx';
import { useResultKeys } from './use-result-keys.ts';
import { listSpots } from './value-spots.ts';

export interface ResultViewProps {
  readonly document: DocumentView;
  readonly result: Result;
}

/**
 * Pages and values side by side. On narrow screens the values come first; the page opens above them on request and
 * with the source of a value.
 */
export function ResultView({ document, result: whole }: ResultViewProps) {
  const [chosen, setChosen] = useState(() => mainDocument(whole));
  // The document that represents the file may not start on the first page.
  const highlight = useMemo(() => createHighlight(whole.documents?.[chosen]?.pages?.[0]), [document.id]);
  const result = useMemo(() => resultOfDocument(whole, chosen), [whole, chosen]);
  const chooseDocument = (index: number) => {
    setChosen(index);
    highlight.focused.value = null;
    highlight.page.value = whole.documents?.[index]?.pages?.[0] ?? null;
  };
  const spots = useMemo(() => listSpots(result), [result]);
  const failedChecks = result.checks.filter(({ ok }) => !ok).length;
  const { tab, setTab, choose } = useResultKeys(spots, highlight, failedChecks);
  const narrow = useNarrowScreen();
  const [pageShown, setPageShown] = useState(false);
  useSignalEffect(() => {
    if (highlight.focused.value !== null) setPageShown(true);
  });
  const source =
    result.pages.length > 0 ? (
      <PageViewer documentId={document.id} pages={result.pages} spots={spots} highlight={highlight} onChoose={choose} />
    ) : (
      <SourceOutline spots={spots} highlight={highlight} onChoose={choose} />
    );
  return (
    <div class="flex h-full min-h-0 flex-col sm:flex-row">
      {(pageShown || !narrow) && (
        <div class="h-[42dvh] shrink-0 sm:h-full sm:min-w-0 sm:flex-[1.35] sm:shrink">{source}</div>
      )}
      {narrow && (
        <button
          type="button"
          class="flex h-9 shrink-0 cursor-pointer items-center justify-center gap-2 border-line border-y bg-surface text-ink-soft text-sm"
          aria-expanded={pageShown}
          onClick={() => setPageShown(!pageShown)}
        >
          <Icon name="chevron-down" class={`size-4 ${pageShown ? 'rotate-180' : ''}`} />
          {pageShown ? 'Hide page' : 'Show page'}
        </button>
      )}
      <div class="min-h-0 min-w-0 flex-1 border-line sm:border-l">
        <ResultPanel
          document={document}
          whole={whole}
          chosen={chosen}
          onDocument={chooseDocument}
          result={result}
          spots={spots}
          highlight={highlight}
          tab={tab}
          onTab={setTab}
          onChoose={choose}
        />
      </div>
    </div>
  );
}
