import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectTenant } from '#core/db/connect';
import { auditEvents } from '#core/db/schema/tenant';
import { call } from '#core/testing/call';
import { PATIENCE_MS } from '#core/testing/patience';
import { signUp } from '#core/testing/sign-up';
import { EXAMPLES } from './operation-examples.ts';
import { fillPath, type Operation, operations } from './operations.ts';

/** Every operation that changes data writes an audit event for its request; a new operation without one fails here. */

/** Operations without an event, because they change nothing or nothing a person decided, with the reason. */
const WITHOUT_EVENT: Readonly<Record<string, string>> = {
  refresh: 'the session goes on; its reuse is an event',
  previewInvitation: 'reads, with the secret in the body',
  proposeTotp: 'the secret counts for nothing until its first code confirms it, which is an event',
  beginMfaSetup: 'the same, in the middle of a sign-in',
  beginPasskeyRegistration: 'a challenge that counts for nothing until it is answered, which is an event',
  beginPasskeySignIn: 'the same, before anybody is known',
  beginAtProvider: 'a question to a provider; its answer is the event',
  beginLinkingIdentity: 'the same, by somebody signed in',
  tryRule: 'reads, with the rule in the body',
  stopImpersonation: 'the example works as itself, and nothing ends',
};

const changing = operations.filter(({ method, id }) => method !== 'get' && !(id in WITHOUT_EVENT));
const named = (list: readonly Operation[]) => list.map((operation) => [operation.id, operation] as const);
const db = connectTenant({ DB: env.DB }, 'DB');

test.each(named(changing))('%s leaves an event that names its request', async (_id, operation) => {
  const owner = await signUp();
  const example = await EXAMPLES[operation.id]?.(owner);
  const body = example?.body?.();
  const answer = await call(operation.method.toUpperCase(), fillPath(operation.path, example?.params ?? {}), {
    token: operation.permission === 'public' ? undefined : owner.accessToken,
    ...(example?.json === undefined ? {} : { json: example.json }),
    ...(body === undefined ? {} : { body }),
    ...(example?.headers ? { headers: example.headers } : {}),
  });
  expect([operation.id, answer.status]).toEqual([operation.id, example?.status]);
  const requestId = answer.headers.get('x-request-id') ?? '';
  // Events of work after the response (mails) are written after it too.
  await expect
    .poll(() => db.$count(auditEvents, eq(auditEvents.requestId, requestId)), { timeout: PATIENCE_MS })
    .toBeGreaterThan(0);
});
