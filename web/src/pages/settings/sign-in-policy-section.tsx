import type { SignInPolicyView } from '#core/contract/mfa';
import { changeSignInPolicy, readSignInPolicy } from '../../api/second-factors.ts';
import { LoadFrame } from '../../components/load-frame.tsx';
import { Section } from '../../components/section.tsx';
import { runAction } from '../../state/run-action.ts';
import { useLoad } from '../../state/use-load.ts';

const CHOICES: readonly (readonly [SignInPolicyView['mfa_required'], string])[] = [
  ['off', 'Optional for everyone'],
  ['administrators', 'Required for administrators'],
  ['everyone', 'Required for everyone'],
];

/** Selects which members need a second factor; for users who may change it. */
export function SignInPolicySection({ organizationId }: { readonly organizationId: string }) {
  const [policy, reload] = useLoad((signal) => readSignInPolicy(organizationId, signal));
  const choose = (mfa_required: SignInPolicyView['mfa_required']) =>
    runAction(
      changeSignInPolicy(organizationId, { mfa_required }),
      'Policy updated. It applies from each member’s next sign-in.',
      reload,
    );
  return (
    <Section title="Second factor for members">
      <div class="card">
        <LoadFrame loaded={policy} what="the policy" onRetry={reload}>
          {({ mfa_required: now }) => (
            <fieldset class="flex flex-col gap-3 p-5">
              <legend class="sr-only">Second factor for members</legend>
              {CHOICES.map(([value, label]) => (
                <label key={value} class="flex cursor-pointer items-center gap-2.5">
                  <input type="radio" name="mfa_required" checked={now === value} onChange={() => choose(value)} />
                  {label}
                </label>
              ))}
            </fieldset>
          )}
        </LoadFrame>
      </div>
    </Section>
  );
}
