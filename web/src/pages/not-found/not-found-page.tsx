import { EmptyState } from '../../components/empty-state.tsx';
import { useTitle } from '../../state/use-title.ts';

export function NotFoundPage() {
  useTitle('Not found');
  return (
    <main>
      <h1 class="sr-only">Not found</h1>
      <EmptyState icon="search" title="Page not found" text="The link may be outdated or mistyped.">
        <a class="button" href="/documents">
          Go to documents
        </a>
      </EmptyState>
    </main>
  );
}
