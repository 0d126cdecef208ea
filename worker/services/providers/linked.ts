import type { ReconfirmBody } from '#core/contract/mfa';
import type { BeginLinkingBody, LinkedIdentityView } from '#core/contract/providers';
import { AppError } from '#core/platform/errors';
import { type LinkedIdentityRow, listLinkedIdentities, unlinkIdentity } from '#core/store/linked-identities';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { ownPerson } from '../mfa/own-person.ts';
import { reconfirmAtOnce } from '../mfa/reconfirm.ts';
import { beginAtProvider, type ProviderStart } from './begin.ts';

/** Returns the provider accounts linked to the caller. @throws AppError `forbidden` for an API key */
export async function listOwnIdentities(context: SignedInContext): Promise<LinkedIdentityView[]> {
  const { person } = await ownPerson(context);
  const rows = await listLinkedIdentities(context.dependencies.control, person.user.id);
  return rows.map((row) => view(context, row));
}

/**
 * Starts linking a provider account after re-authentication, because a stolen session must not be turned into a way to
 * sign in. @throws AppError as `reconfirmAtOnce` and `beginAtProvider`
 */
export async function beginLinking(
  context: SignedInContext,
  providerId: string,
  body: BeginLinkingBody,
): Promise<ProviderStart> {
  const { person, session } = await ownPerson(context);
  await reconfirmAtOnce(context, person, body);
  return beginAtProvider(context, providerId, body.return_to, session);
}

/** @throws AppError as `reconfirmAtOnce`, `not_found`, `conflict` for the last way to sign in */
export async function unlinkOwnIdentity(context: SignedInContext, id: string, body: ReconfirmBody): Promise<void> {
  const { person, session } = await ownPerson(context);
  const { control } = context.dependencies;
  await reconfirmAtOnce(context, person, body);
  const row = (await listLinkedIdentities(control, person.user.id)).find((each) => each.id === id);
  if (!row) throw new AppError('not_found', 'There is no such linked account.');
  const event = auditOf(
    context,
    'identity.unlinked',
    { kind: 'user', id: person.user.id },
    { provider: row.providerId, email: row.email },
  );
  if (!(await unlinkIdentity(control, person.user.id, id, { organizationId: session.organizationId, event })))
    throw new AppError('conflict', 'This is your only sign-in method. Set a password or add a passkey first.');
  mailAccountChange(context, person.user, 'provider_unlinked');
}

function view({ dependencies }: SignedInContext, row: LinkedIdentityRow): LinkedIdentityView {
  const known = dependencies.identityProviders.find((each) => each.id === row.providerId);
  return {
    id: row.id,
    provider: { id: row.providerId, name: known?.name ?? row.providerId },
    email: row.email,
    created_at: new Date(row.createdAt).toISOString(),
    last_used_at: row.lastUsedAt === null ? null : new Date(row.lastUsedAt).toISOString(),
  };
}
