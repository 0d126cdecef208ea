import { API_ERROR_CODES, DOCUMENT_ERROR_CODES, type ErrorCode } from '#core/domain/error-codes';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { useTitle } from '../../state/use-title.ts';
import { ERROR_MEANINGS } from './error-meanings.data.ts';
import { PublicFrame } from './public-frame.tsx';
import { useAnchor } from './use-anchor.ts';

/** All error codes of the API and of failed documents; the `type` of problem documents links here. */
export function ErrorsPage() {
  useTitle('Error codes');
  useAnchor(true);
  return (
    <PublicFrame here="errors">
      <ScrollRegion class="h-full overflow-y-auto" label="Error codes">
        <div class="mx-auto max-w-3xl px-4 py-8 sm:px-8">
          <h1 class="font-semibold text-3xl tracking-tight">Error codes</h1>
          <p class="mt-2 text-ink-soft">
            Errors are <code class="font-mono text-sm">application/problem+json</code> (RFC 9457). Branch on{' '}
            <code class="font-mono text-sm">code</code>: its meaning never changes.{' '}
            <code class="font-mono text-sm">detail</code> is meant for humans and may change.
          </p>
          <CodeList title="API errors" codes={API_ERROR_CODES} />
          <CodeList title="Document errors" codes={DOCUMENT_ERROR_CODES} />
        </div>
      </ScrollRegion>
    </PublicFrame>
  );
}

function CodeList({ title, codes }: { readonly title: string; readonly codes: readonly ErrorCode[] }) {
  return (
    <section aria-label={title}>
      <h2 class="mt-10 mb-3 font-semibold text-xl tracking-tight">{title}</h2>
      <dl class="card">
        {codes.map((code) => (
          <div
            key={code}
            id={code}
            class="grid scroll-mt-4 gap-x-6 gap-y-1 border-line border-b px-5 py-3.5 last:border-b-0 target:bg-accent-soft sm:grid-cols-[13rem_minmax(0,1fr)]"
          >
            <dt>
              <a class="font-mono font-semibold text-sm" href={`#${code}`}>
                {code}
              </a>
            </dt>
            <dd class="text-ink-soft">{withCode(ERROR_MEANINGS[code])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Renders text between backticks as code. */
function withCode(text: string) {
  return text.split('`').map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <code key={`${part}`} class="font-mono text-ink text-sm">
        {part}
      </code>
    ),
  );
}
