import type { SignInPolicyView } from '#core/contract/mfa';
import { changeSignInPolicy, readSignInPolicy } from '../../api/second-factors.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { showFailure, showToast } from '../../state/toasts.ts';
import { useLoad } from '../../state/use-load.ts';

const CHOICES: readonly (readonly [SignInPolicyView['mfa_required'], string])[] = [
  ['off', 'Nobody has to have one'],
  ['administrators', 'Administrators must have one'],
  ['everyone', 'Everyone must have one'],
];

/** Of whom the organization demands a second factor; for those who may change it. */
export function SignInPolicySection({ organizationId }: { readonly organizationId: string }) {
  const [policy, reload] = useLoad((signal) => readSignInPolicy(organizationId, signal));
  const choose = (mfa_required: SignInPolicyView['mfa_required']) =>
    void changeSignInPolicy(organizationId, { mfa_required }).then(() => {
      showToast('It counts from each member’s next sign-in.');
      reload();
    }, showFailure);
  if (policy.state === 'failed') return <FailurePanel failure={policy.failure} onRetry={reload} />;
  return (
    <fieldset class="card flex flex-col gap-3 p-5" aria-busy={policy.state === 'loading'}>
      <legend class="sr-only">Second factor of the organization’s members</legend>
      <p class="font-medium">Second factor of the organization’s members</p>
      {CHOICES.map(([value, label]) => (
        <label key={value} class="flex cursor-pointer items-center gap-2.5">
          <input
            type="radio"
            name="mfa_required"
            checked={policy.state === 'ready' && policy.value.mfa_required === value}
            onChange={() => choose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
