import { addressNetwork, isLoopback } from '#core/security/address-network';
import { sha256Hex } from '#core/security/digest';
import { listSessionAddresses } from '#core/store/session-addresses';
import { countAttempt, forgetEarlierAttempts } from '#core/store/sign-in-attempts';
import type { RequestContext } from '../context.ts';
import { windowStart } from '../identity/throttle.ts';

/** What a mail is for. Each is counted apart: invitations must not use up somebody's reset links. */
export type RequestedMail = 'reset' | 'confirmation' | 'invitation';

/**
 * Counts one more mail that somebody asked to be sent to this address, and says whether it may go. The API must be no
 * way to flood a mailbox, and a stranger's requests no way to keep its owner from theirs: one network gets only a part
 * of what a mailbox takes, and a network from which the owner has signed in before has that part for itself. From
 * anywhere else the newest link already in the mailbox still works: what is refused here replaces none.
 */
export async function mayMail(context: RequestContext, mail: RequestedMail, emailNormalized: string): Promise<boolean> {
  const { settings } = context.dependencies;
  const recipient = { name: `mail:${mail}:${emailNormalized}`, most: settings.MAILS_PER_RECIPIENT };
  // Invitations are asked for by members, who are known.
  const network = mail === 'invitation' ? null : networkOf(context);
  if (network === null) return count(context, [recipient]);
  const isFairShare = await count(context, [
    { name: `${recipient.name}:${network}`, most: settings.MAILS_PER_RECIPIENT_AND_ADDRESS },
    { name: `mail:${network}`, most: settings.MAILS_PER_ADDRESS },
  ]);
  // What a network asks for beyond its share is not counted against the mailbox.
  if (!isFairShare) return false;
  return (await count(context, [recipient])) || isOwnNetwork(context, emailNormalized, network);
}

/** Counts one more of each, and says whether all are within their limits. */
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

/** Loopback is everybody on the machine and nobody in production. */
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
