import { CopyButton } from './copy-button.tsx';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Recovery codes, shown once. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  return (
    <div class="flex flex-col gap-4">
      <p class="text-ink-soft">
        Store these codes where you can find them without your phone. If you lose your second factor, each code signs
        you in once. You will not see them again.
      </p>
      <ul aria-label="Recovery codes" class="card grid gap-x-6 gap-y-1.5 p-4 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div class="flex flex-wrap justify-end gap-2">
        <CopyButton text={codes.join('\n')} what="the codes" />
        <button type="button" class="button button-primary" onClick={onDone}>
          I have stored them
        </button>
      </div>
    </div>
  );
}
