import type { ComponentChildren } from 'preact';
import { codeOf } from '../api/problems.ts';
import { signOut } from '../state/session.ts';
import { showFailure } from '../state/toasts.ts';
import { describeFailure } from '../wording/describe-failure.ts';
import { Icon } from './icon.tsx';

export interface FailurePanelProps {
  readonly failure: unknown;
  readonly onRetry?: () => void;
  readonly children?: ComponentChildren;
}

/** Shown in place of content that failed to load. The request id is for support requests. */
export function FailurePanel({ failure, onRetry, children }: FailurePanelProps) {
  const { title, detail, requestId } = describeFailure(failure);
  return (
    <div class="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center in-[.card]:py-8" role="alert">
      <span class="grid size-11 place-items-center rounded-full bg-danger-soft text-danger">
        <Icon name="alert" class="size-5" />
      </span>
      <h2 class="font-semibold text-lg">{title}</h2>
      <p class="text-ink-soft">{detail}</p>
      <div class="flex flex-wrap justify-center gap-2">
        {codeOf(failure) === 'reauthentication_required' && (
          <button type="button" class="button button-primary" onClick={() => void signOut().catch(showFailure)}>
            Sign in again
          </button>
        )}
        {onRetry && (
          <button type="button" class="button" onClick={onRetry}>
            <Icon name="retry" /> Try again
          </button>
        )}
        {children}
      </div>
      {requestId !== null && <p class="font-mono text-ink-faint text-xs">Request {requestId}</p>}
    </div>
  );
}
