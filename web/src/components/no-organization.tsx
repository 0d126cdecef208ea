import { useState } from 'preact/hooks';
import type { SignInAnswer } from '#core/contract/identity';
import { joinByInvitation } from '../api/account.ts';
import type { WithoutOrganization } from '../api/identity.ts';
import { forgetInvitation, openInvitation } from '../state/invitation-token.ts';
import { useSubmit } from '../state/use-submit.ts';
import { FormFailure } from './form-failure.tsx';

export interface NoOrganizationProps {
  readonly waiting: WithoutOrganization;
  readonly onJoined: (answer: SignInAnswer) => void;
}

/** Somebody signed in who belongs to no organization: they accept the invitation open in this tab, or ask for one. */
export function NoOrganization({ waiting, onJoined }: NoOrganizationProps) {
  const [invitation] = useState(() => openInvitation('', sessionStorage));
  const { busy, failure, submit } = useSubmit(async () => {
    const answer = await joinByInvitation(invitation, waiting.join_token);
    forgetInvitation(sessionStorage);
    onJoined(answer);
  });
  return (
    <form class="flex flex-col gap-4" onSubmit={submit}>
      <FormFailure failure={failure} />
      <p>
        Your account <strong class="break-words font-semibold">{waiting.email}</strong> works, but it belongs to no
        organization at the moment, so there are no documents to show.
      </p>
      {invitation === '' ? (
        <p class="text-ink-soft">
          Ask an owner or administrator of your organization to invite this address. Then open the link in the mail and
          sign in.
        </p>
      ) : (
        <button type="submit" class="button button-primary min-h-11" aria-disabled={busy}>
          {busy ? 'Joining…' : 'Accept the invitation'}
        </button>
      )}
      <a class="link w-fit text-sm" href="/login" target="_self">
        Use another account
      </a>
    </form>
  );
}
