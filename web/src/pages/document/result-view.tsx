import { useMemo, useState } from 'preact/hooks';
import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import { Icon } from '../../components/icon.tsx';
import { useNarrowScreen } from '../../state/use-narrow-screen.ts';
import { mainDocument, resultOfDocument } from './document-choice.ts';
import { createLighting } from './lighting.ts';
import { PageViewer } from './page-viewer.tsx';
import { ResultPanel } from './result-panel.tsx';
import { SourceOutline } from './source-outline.tsx';
import { useResultKeys } from './use-result-keys.ts';
import { listSpots } from './value-spots.ts';

export interface ResultViewProps {
  readonly document: DocumentView;
  readonly result: Result;
}

/** The page and its values side by side; on a phone the page above, which can be put away. */
export function ResultView({ document, result: whole }: ResultViewProps) {
  const [chosen, setChosen] = useState(() => mainDocument(whole));
  // In a stack the document that speaks for it may begin behind the first page.
  const lighting = useMemo(() => createLighting(whole.documents?.[chosen]?.pages?.[0]), [document.id]);
  const result = useMemo(() => resultOfDocument(whole, chosen), [whole, chosen]);
  const chooseDocument = (index: number) => {
    setChosen(index);
    lighting.focused.value = null;
    lighting.page.value = whole.documents?.[index]?.pages?.[0] ?? null;
  };
  const spots = useMemo(() => listSpots(result), [result]);
  const brokenChecks = result.checks.filter(({ ok }) => !ok).length;
  const { tab, setTab, choose } = useResultKeys(spots, lighting, brokenChecks);
  const narrow = useNarrowScreen();
  const [pageShown, setPageShown] = useState(true);
  const source =
    result.pages.length > 0 ? (
      <PageViewer documentId={document.id} pages={result.pages} spots={spots} lighting={lighting} onChoose={choose} />
    ) : (
      <SourceOutline spots={spots} lighting={lighting} onChoose={choose} />
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
          {pageShown ? 'Hide the page' : 'Show the page'}
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
          lighting={lighting}
          tab={tab}
          onTab={setTab}
          onChoose={choose}
        />
      </div>
    </div>
  );
}
