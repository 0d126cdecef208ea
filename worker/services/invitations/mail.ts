import { readBranding } from '#core/store/brandings';
import { findActivePerson } from '#core/store/identity';
import { mailBrand } from '../branding/mail-brand.ts';
import type { SignedInContext } from '../context.ts';
import { prepareLinkMail } from '../mail/send-mail.ts';
import { NO_MAIL, type PreparedMail } from '../mail/sender.ts';

/** Prepares the email with an invitation link, sent in the caller's name. */
export async function prepareInvitationMail(
  context: SignedInContext,
  email: string,
  token: string,
): Promise<PreparedMail> {
  const { caller, dependencies } = context;
  const person = await findActivePerson(dependencies.control, caller.userId);
  const organization = person?.memberships.find((each) => each.organizationId === caller.organizationId);
  if (!person || !organization) return NO_MAIL;
  const inviter = `${person.user.firstName} ${person.user.lastName}`;
  const days = Math.round(dependencies.settings.INVITATION_SECONDS / 86_400);
  const branding = await readBranding(dependencies.control, organization.organizationId);
  return prepareLinkMail(context, {
    brand: mailBrand(context, organization, branding),
    to: email,
    subject: `${inviter} invites you to ${organization.name}`,
    paragraphs: ['Hello,', `${inviter} invites you to work in ${organization.name} on NeoCaptured.`],
    link: { label: 'Accept the invitation', page: '/invitation', token },
    reason: `The link works once, for ${days} days. If you do not know what this is about, ignore this mail.`,
  });
}
