import type { ComponentChildren } from 'preact';
import type { Loaded } from '../state/use-load.ts';
import { FailurePanel } from './failure-panel.tsx';

export interface LoadFrameProps<Value> {
  readonly loaded: Loaded<Value>;
  /** What is loading, for screen readers: "the keys". */
  readonly what: string;
  readonly onRetry: () => void;
  readonly children: (value: Value) => ComponentChildren;
}

/** Shows a placeholder while loading, the failure with a retry button, or the value. */
export function LoadFrame<Value>({ loaded, what, onRetry, children }: LoadFrameProps<Value>) {
  switch (loaded.state) {
    case 'loading':
      return (
        <div class="p-5" role="status" aria-label={`Loading ${what}`}>
          <div class="skeleton h-5" />
        </div>
      );
    case 'failed':
      return <FailurePanel failure={loaded.failure} onRetry={onRetry} />;
    case 'ready':
      return <>{children(loaded.value)}</>;
  }
}
