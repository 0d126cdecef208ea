import { useState } from 'preact/hooks';
import type { SignInAnswer } from '#core/contract/identity';
import { joinByInvitation } from '../api/account.ts';
import type { WithoutOrganization } from '../api/identity.ts';
import { forgetInvitation, openInvitation } from '../state/invitation-token.ts';
import { useSubmit } from '../state/use-submit.ts';
import { AuthForm } from './auth-form.tsx';

export interface NoOrganizationProps {
  readonly waiting: WithoutOrganization;
  readonly onJoined: (answer: SignInAnswer) => void;
}

/** For a user without an organization: accepts the invitation open in this tab, or explains how to get one. */
export function NoOrganization({ waiting, onJoined }: NoOrganizationProps) {
  const [invitation] = useState(() => openInvitation('', sessionStorage));
  const form = useSubmit(async () => {
    const answer = await joinByInvitation(invitation, waiting.join_token);
    forgetInvitation(sessionStorage);
    onJoined(answer);
  });
  const otherAccount = (
    <a class="link w-fit text-sm" href="/login" target="_self">
      Use another account
    </a>
  );
  const explanation = (
    <p>
      Your account <strong class="break-words font-semibold">{waiting.email}</strong> is active, but it does not belong
      to an organization yet, so there are no documents to show.
    </p>
  );
  if (invitation === '')
    return (
      <div class="flex flex-col gap-4">
        {explanation}
        <p class="text-ink-soft">
          Ask an owner or administrator of your organization to invite this address. Then open the link in the e-mail
          and sign in.
        </p>
        {otherAccount}
      </div>
    );
  return (
    <AuthForm form={form} action="Accept the invitation" busyAction="Joining…" footer={otherAccount}>
      {explanation}
    </AuthForm>
  );
}
