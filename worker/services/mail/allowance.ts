import { addressNetwork, isLoopback } from '#core/security/address-network';
import { sha256Hex } from '#core/security/digest';
import { listSessionAddresses } from '#core/store/session-addresses';
import { countAttempt, forgetEarlierAttempts } from '#core/store/sign-in-attempts';
import type { RequestContext } from '../context.ts';
import { windowStart } from '../identity/throttle.ts';

/** Purpose of a mail. Each is counted separately, so that invitations cannot use up someone's reset links. */
export type RequestedMail = 'reset' | 'confirmation' | 'invitation';

/**
 * Counts a requested mail to this address and returns whether it may be sent. Prevents the API from being used to flood
 * a mailbox, and outsiders from exhausting the owner's allowance: each network gets only a share of the mailbox's
 * limit, and a network the owner has signed in from has a share of its own. From elsewhere the latest link in the
 * mailbox still works, because refused requests do not replace it.
 */
export async function mayMail(context: RequestContext, mail: RequestedMail, emailNormalized: string): Promise<boolean> {
  const { settings } = context.dependencies;
  const recipient = { name: `mail:${mail}:${emailNormalized}`, most: settings.MAILS_PER_RECIPIENT };
  // Invitations are requested by members, who are authenticated.
  const network = mail === 'invitation' ? null : networkOf(context);
  if (network === null) return count(context, [recipient]);
  const isFairShare = await count(context, [
    { name: `${recipient.name}:${network}`, most: settings.MAILS_PER_RECIPIENT_AND_ADDRESS },
    { name: `mail:${network}`, most: settings.MAILS_PER_ADDRESS },
  ]);
  // Requests beyond a network's share do not count against the mailbox.
  if (!isFairShare) return false;
  return (await count(context, [recipient])) || isOwnNetwork(context, emailNormalized, network);
}

/** Counts one more of each and returns whether all are within their limits. */
async function count(
  context: RequestContext,
  limits: readonly { readonly name: string; readonly most: number }[],
): Promise<boolean> {
  const { control } = context.dependencies;
  const subjects = await Promise.all(limits.map(({ name }) => sha256Hex(name)));
  const start = windowStart(context);
  const [, ...counted] = await control.batch([
    forgetEarlierAttempts(control, subjects, start),
    ...subjects.map((subject) => countAttempt(control, subject, start)),
  ]);
  return limits.every(({ most }, at) => (counted[at]?.[0]?.count ?? 0) <= most);
}

/**
 * Returns the client's network; null for loopback, which locally is shared by everyone and does not occur in
 * production.
 */
const networkOf = ({ ip }: RequestContext): string | null =>
  ip === null || isLoopback(ip) ? null : addressNetwork(ip);

async function isOwnNetwork(
  { dependencies }: RequestContext,
  emailNormalized: string,
  network: string,
): Promise<boolean> {
  const addresses = await listSessionAddresses(dependencies.control, emailNormalized);
  return addresses.some((ip) => addressNetwork(ip) === network);
}
