import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import { Icon } from '../../components/icon.tsx';
import { reasonForNothing } from '../../wording/nothing-found.ts';
import { OriginalLink } from './document-bar.tsx';

/** Why a document has no values, and what to do about it. */
export function NothingFound({ document, result }: { readonly document: DocumentView; readonly result: Result }) {
  const { title, why, advice } = reasonForNothing(result);
  return (
    <section aria-label="Summary" class="flex flex-col items-center gap-3 px-4 py-10 text-center sm:px-8">
      <span class="grid size-11 place-items-center rounded-full bg-review-soft text-review">
        <Icon name="eye-off" class="size-5" />
      </span>
      <h2 class="font-semibold text-lg">{title}</h2>
      <p class="max-w-md text-ink-soft">{why}</p>
      <ul class="flex max-w-md list-disc flex-col gap-1.5 pl-5 text-left text-sm">
        {advice.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <OriginalLink id={document.id} />
    </section>
  );
}
