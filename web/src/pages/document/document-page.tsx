import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { addressOfFilter } from '../../state/document-filter.ts';
import { findNeighbour, listFilter, listPlace, loadUntilFound } from '../../state/document-list.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useTitle } from '../../state/use-title.ts';
import { documentHeadline } from '../../wording/document-headline.ts';
import { DocumentBar, OriginalLink } from './document-bar.tsx';
import { DocumentSkeleton } from './document-skeleton.tsx';
import { FailedView } from './failed-view.tsx';
import { ProcessingView } from './processing-view.tsx';
import { ResultView } from './result-view.tsx';
import { useDocument } from './use-document.ts';

export function DocumentPage({ id }: { readonly id: string }) {
  const { route } = useLocation();
  const [state, retry] = useDocument(id);
  const listAddress = addressOfFilter(listFilter.value);
  useEffect(() => void loadUntilFound(id), []);
  const goTo = async (step: -1 | 1) => {
    const next = await findNeighbour(id, step);
    if (next === null) return;
    listPlace.documentId = next;
    route(`/documents/${next}`);
  };
  useTitle('document' in state ? documentHeadline(state.document) : 'Document');
  useShortcuts([
    { keys: ['Escape'], label: 'Back to the list', run: () => route(listAddress) },
    { keys: ['J'], label: 'Next document in the list', run: () => void goTo(1) },
    { keys: ['K'], label: 'Previous document in the list', run: () => void goTo(-1) },
  ]);
  if (state.state === 'loading') return <DocumentSkeleton />;
  if (state.state === 'unreachable') {
    return (
      <>
        <h1 class="sr-only">Document</h1>
        <FailurePanel failure={state.failure} onRetry={retry}>
          <a class="button button-quiet" href={listAddress}>
            Back to the list
          </a>
        </FailurePanel>
      </>
    );
  }
  const { document } = state;
  return (
    <div class="flex h-full flex-col">
      <DocumentBar
        document={document}
        method={state.state === 'read' ? state.result.method : null}
        listAddress={listAddress}
        onNeighbour={goTo}
        onMoved={retry}
      />
      <div class="min-h-0 flex-1">
        {state.state === 'read' && <ResultView document={document} result={state.result} />}
        {state.state === 'in-progress' && <ProcessingView document={document} />}
        {state.state === 'failed' && <FailedView document={document} />}
        {state.state === 'without-result' && (
          <EmptyState icon="document" title="No result" text="This document was closed before it was processed.">
            <OriginalLink id={document.id} />
          </EmptyState>
        )}
      </div>
    </div>
  );
}
