import type { UserRow } from '#core/store/identity';
import type { RequestContext } from '../context.ts';
import { composeMail } from '../mail/compose.ts';
import { sendMail } from '../mail/sender.ts';

/** Notifies a user that their password was changed, in case it was not them. */
export async function mailPasswordChanged({ dependencies }: RequestContext, user: UserRow): Promise<void> {
  await sendMail(
    dependencies,
    composeMail({
      to: user.email,
      subject: 'Your password was changed',
      paragraphs: [
        `Hello ${user.firstName},`,
        'The password of your account was changed and your other sessions were ended.',
        'If this was not you, reset your password immediately and contact the owner of your organization.',
      ],
      reason: 'You received this email because it concerns your account.',
    }),
  );
}
