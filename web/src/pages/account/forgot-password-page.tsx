import { useState } from 'preact/hooks';
import { forgotPassword } from '../../api/account.ts';
import { Entrance } from '../../components/entrance.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { OutboxHint } from '../../components/outbox-hint.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useSubmit } from '../../state/use-submit.ts';
import { useTitle } from '../../state/use-title.ts';

export function ForgotPasswordPage() {
  useTitle('Forgotten password');
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { busy, failure, messages, submit } = useSubmit(async () => {
    await forgotPassword(email.trim());
    setSent(true);
  });
  if (sent)
    return (
      <Entrance title="Look into your mailbox">
        <div class="flex flex-col gap-4" role="status">
          <p>If there is an account with this address, a link to choose a new password is on its way to it.</p>
          <OutboxHint />
          <a class="link" href="/login">
            Back to sign-in
          </a>
        </div>
      </Entrance>
    );
  return (
    <Entrance title="Forgotten password">
      <form class="flex flex-col gap-4" onSubmit={submit}>
        <FormFailure failure={failure} />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autocomplete="username"
          autofocus
          maxLength={254}
          hint="We mail you a link to choose a new password."
          value={email}
          onChange={setEmail}
          error={messages['email']}
        />
        <button type="submit" class="button button-primary mt-2 min-h-11" aria-disabled={busy}>
          {busy ? 'Sending…' : 'Send the link'}
        </button>
        <a class="link text-sm" href="/login">
          Back to sign-in
        </a>
      </form>
    </Entrance>
  );
}
