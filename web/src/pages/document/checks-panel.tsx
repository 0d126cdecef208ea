import type { Result } from '#core/contract/result';
import { EmptyState } from '../../components/empty-state.tsx';
import { Icon } from '../../components/icon.tsx';
import { checkDetail, describeCheck, isPageComparison } from '../../wording/describe-check.ts';

type Check = Result['checks'][number];

/** All checks with their arithmetic: failed ones first, comparisons with the e-invoice in a group of their own. */
export function ChecksPanel({ checks }: { readonly checks: readonly Check[] }) {
  if (checks.length === 0) {
    return (
      <EmptyState
        icon="shield"
        title="No checks apply"
        text="There is nothing in this document to check its values against."
      />
    );
  }
  const failedFirst = checks.toSorted((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <div class="flex flex-col gap-6 px-4 py-4 sm:px-6">
      <CheckGroup
        title="Sums, check digits and dates"
        checks={failedFirst.filter(({ rule }) => !isPageComparison(rule))}
      />
      <CheckGroup
        title="E-invoice compared with the page"
        checks={failedFirst.filter(({ rule }) => isPageComparison(rule))}
      />
    </div>
  );
}

function CheckGroup({ title, checks }: { readonly title: string; readonly checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 class="mb-2 font-semibold text-ink-soft text-sm">{title}</h2>
      <ul class="flex flex-col gap-3.5">
        {checks.map(({ rule, ok, detail }) => (
          <li key={`${rule}${detail}`} class="flex gap-3">
            <span
              class={`grid size-6 shrink-0 place-items-center rounded-full ${ok ? 'bg-proved-soft text-proved' : 'bg-danger-soft text-danger'}`}
            >
              <Icon name={ok ? 'check' : 'broken'} class="size-3.5" />
            </span>
            <div class="min-w-0">
              <p class={ok ? 'font-medium' : 'font-semibold text-danger'}>
                <span class="sr-only">{ok ? 'Passed: ' : 'Failed: '}</span>
                {describeCheck(rule, ok)}
              </p>
              <p class="break-words text-ink-soft text-sm tabular-nums">{checkDetail(detail, ok)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
