import { useMemo, useRef, useState } from 'preact/hooks';
import { sendJson } from '../../api/request.ts';
import { LoadFrame } from '../../components/load-frame.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useLoad } from '../../state/use-load.ts';
import { useTitle } from '../../state/use-title.ts';
import { fitsWords, type ListedOperation, listOperations, type OpenApiDocument } from './openapi.ts';
import { OperationCard } from './operation-card.tsx';
import { PublicFrame } from './public-frame.tsx';
import { useAnchor } from './use-anchor.ts';

const readOpenApi = (signal: AbortSignal) => sendJson<OpenApiDocument>('/openapi.json', { renew: false, signal });

/** The API reference, rendered from the OpenAPI document that the API serves. */
export function ReferencePage() {
  useTitle('API reference');
  const [loaded, reload] = useLoad(readOpenApi);
  useAnchor(loaded.state === 'ready');
  return (
    <PublicFrame here="operations">
      <LoadFrame loaded={loaded} what="the reference" onRetry={reload}>
        {(document) => <Reference document={document} />}
      </LoadFrame>
    </PublicFrame>
  );
}

function Reference({ document }: { readonly document: OpenApiDocument }) {
  const [filter, setFilter] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const operations = useMemo(() => listOperations(document), [document]);
  const shown = operations.filter((listed) => fitsWords(listed, filter));
  const groups = [...Map.groupBy(shown, ({ tag }) => tag)];
  useShortcuts([{ keys: ['/'], label: 'Filter operations', run: () => search.current?.select() }]);
  return (
    <div class="flex h-full">
      <Contents groups={groups} />
      <ScrollRegion class="min-w-0 flex-1 overflow-y-auto scroll-smooth" label="Operations">
        <div class="mx-auto max-w-4xl px-4 py-8 sm:px-8">
          <h1 class="font-semibold text-3xl tracking-tight">{document.info.title}</h1>
          <p class="mt-2 max-w-2xl text-ink-soft">{document.info.description}</p>
          <p class="mt-2 max-w-2xl text-ink-soft">
            Send an access token or an API key as <code class="font-mono text-sm">Authorization: Bearer …</code>. Errors
            are{' '}
            <a class="link" href="/docs/errors">
              problem documents with a stable code
            </a>
            .
          </p>
          <input
            ref={search}
            type="search"
            class="input mt-6 max-w-md"
            aria-label="Filter operations"
            placeholder="Filter by path, name or permission"
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
          {groups.length === 0 && <p class="py-10 text-ink-soft">No operation matches all of these words.</p>}
          {groups.map(([tag, members]) => (
            <section key={tag} aria-label={tag}>
              <h2 class="mt-10 mb-3 font-semibold text-xl tracking-tight first-letter:uppercase">
                {tag.replaceAll('-', ' ')}
              </h2>
              <div class="flex flex-col gap-4">
                {members.map((listed) => (
                  <OperationCard key={listed.anchor} document={document} listed={listed} />
                ))}
              </div>
            </section>
          ))}
        </div>
      </ScrollRegion>
    </div>
  );
}

function Contents({ groups }: { readonly groups: readonly (readonly [string, readonly ListedOperation[]])[] }) {
  return (
    <nav aria-label="Operations" class="hidden w-72 shrink-0 overflow-y-auto border-line border-r px-3 py-6 lg:block">
      {groups.map(([tag, members]) => (
        <div key={tag} class="mb-4">
          <p class="px-2 pb-1 font-semibold text-ink-soft text-sm first-letter:uppercase">{tag.replaceAll('-', ' ')}</p>
          {members.map(({ anchor, method, route, operation }) => (
            <a
              key={anchor}
              href={`#${anchor}`}
              class="flex items-baseline gap-2 rounded-md px-2 py-1 text-sm hover:bg-sunken"
            >
              <span class="w-11 shrink-0 font-mono text-ink-faint text-xs">{method}</span>
              <span class="min-w-0 break-words">{operation.summary ?? route.replace('/api/v1', '')}</span>
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}
