import { type InvitedWorkspace, invitationSchema } from '../contract/invitations.ts';
import { memberListSchema } from '../contract/members.ts';
import { newId } from '../platform/ids.ts';
import { call } from './call.ts';
import { untilMail } from './mail.ts';
import { type Owner, ownerOf, PASSWORD } from './sign-up.ts';

export interface Invited {
  readonly id: string;
  readonly email: string;
  /** Token in the emailed link. */
  readonly token: string;
}

export async function invite(
  owner: Owner,
  role = 'user',
  email = `${newId('event', Date.now())}@example.com`,
  workspaces: readonly InvitedWorkspace[] = [],
): Promise<Invited> {
  const answer = await call('POST', '/api/v1/invitations', {
    token: owner.accessToken,
    json: { email, role, workspaces },
  });
  if (answer.status !== 201) throw new Error(`invitation answered ${answer.status}: ${answer.text}`);
  const { token } = await untilMail(email, '/invitation');
  return { id: invitationSchema.parse(answer.json).id, email, token };
}

export interface Member extends Owner {
  readonly memberId: string;
}

/** Invites and registers a new user in the owner's organization through the API. */
export async function addMember(
  owner: Owner,
  role = 'user',
  workspaces: readonly InvitedWorkspace[] = [],
): Promise<Member> {
  const { email, token } = await invite(owner, role, undefined, workspaces);
  const answer = await call('POST', '/api/v1/auth/invitation/register', {
    json: { token, password: PASSWORD, first_name: 'Bob', last_name: 'Member' },
  });
  if (answer.status !== 201) throw new Error(`acceptance answered ${answer.status}: ${answer.text}`);
  const person = ownerOf(email, answer.json);
  return { ...person, memberId: await memberIdOf(owner, person.userId) };
}

/** Returns a user's membership id in the owner's organization. */
export async function memberIdOf(owner: Owner, userId: string): Promise<string> {
  const answer = await call('GET', '/api/v1/members?limit=200', { token: owner.accessToken });
  const member = memberListSchema.parse(answer.json).data.find((each) => each.user_id === userId);
  if (!member) throw new Error(`${userId} is no member`);
  return member.id;
}
