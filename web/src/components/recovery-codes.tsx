import { CopyButton } from './copy-button.tsx';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** The one time recovery codes are shown. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  return (
    <div class="flex flex-col gap-4">
      <p class="text-ink-soft">
        Keep these codes where you find them without your phone. Each one signs you in once when your second factor is
        out of reach. They are not shown again.
      </p>
      <ul aria-label="Recovery codes" class="card grid gap-x-6 gap-y-1.5 p-4 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div class="flex flex-wrap justify-end gap-2">
        <CopyButton text={codes.join('\n')} what="the codes" />
        <button type="button" class="button button-primary" onClick={onDone}>
          I have kept them
        </button>
      </div>
    </div>
  );
}
