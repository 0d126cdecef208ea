import { describeFailure } from '../wording/describe-failure.ts';
import { Icon } from './icon.tsx';

/** A failure that concerns the form as a whole; announced when it appears. */
export function FormFailure({ failure }: { readonly failure: unknown }) {
  if (failure === null) return null;
  const { title, detail, requestId } = describeFailure(failure);
  return (
    <div class="flex gap-2.5 rounded-lg bg-danger-soft px-3.5 py-3 text-danger text-sm" role="alert">
      <Icon name="alert" class="mt-0.5 size-4" />
      <div>
        <p class="font-semibold">{title}</p>
        <p>{detail}</p>
        {requestId !== null && <p class="mt-1 font-mono text-xs">Request {requestId}</p>}
      </div>
    </div>
  );
}
