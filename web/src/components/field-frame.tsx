import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface FieldTexts {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Replaces the hint, and is announced with the input. */
  readonly error?: string | undefined;
}

export interface FieldFrameProps extends FieldTexts {
  /** Id of the input inside. */
  readonly id: string;
  readonly children: ComponentChildren;
}

/** The label above an input, and its hint or error below. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  return (
    <div class="flex flex-col gap-1.5">
      <label for={id} class="font-medium text-sm">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} class="flex items-start gap-1.5 text-danger text-sm">
          <Icon name="alert" class="mt-0.5 size-4" /> {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} class="text-ink-faint text-sm">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

/** The attributes that tie an input to the texts of its frame. */
export const frameAttributes = (id: string, { hint, error }: FieldTexts) => ({
  'aria-invalid': error ? ('true' as const) : ('false' as const),
  'aria-describedby': error ? `${id}-error` : hint ? `${id}-hint` : undefined,
});
