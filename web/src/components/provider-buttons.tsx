import type { SignInOptions } from '#core/contract/providers';
import { beginSignInAt } from '../api/providers.ts';
import { rememberProviderSignIn } from '../state/provider-return.ts';
import type { Loaded } from '../state/use-load.ts';
import { useSubmit } from '../state/use-submit.ts';
import { FormFailure } from './form-failure.tsx';

export interface ProviderButtonsProps {
  readonly options: Loaded<SignInOptions>;
  /** Path to return to afterwards. */
  readonly returnTo: string;
}

/** One button per identity provider of the deployment. */
export function ProviderButtons({ options, returnTo }: ProviderButtonsProps) {
  if (options.state === 'loading') return null;
  if (options.state === 'failed') return <FormFailure failure={options.failure} />;
  return (
    <>
      {options.value.providers.map(({ id, name }) => (
        <ProviderButton key={id} id={id} name={name} returnTo={returnTo} />
      ))}
    </>
  );
}

interface ProviderButtonProps {
  readonly id: string;
  readonly name: string;
  readonly returnTo: string;
}

function ProviderButton({ id, name, returnTo }: ProviderButtonProps) {
  const { busy, failure, submit } = useSubmit(async () => {
    const address = await beginSignInAt(id, returnTo);
    rememberProviderSignIn(sessionStorage);
    location.assign(address);
  });
  return (
    <>
      <FormFailure failure={failure} />
      <button type="button" class="button min-h-11" aria-disabled={busy} onClick={submit}>
        {busy ? `Redirecting to ${name}…` : `Continue with ${name}`}
      </button>
    </>
  );
}
