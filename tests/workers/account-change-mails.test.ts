import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { recoveryCodesSchema } from '#core/contract/mfa';
import { makeAdministrator } from '#core/testing/administrator';
import { call } from '#core/testing/call';
import { mailsTo } from '#core/testing/mail';
import { mintOrganization, mintPerson } from '#core/testing/mint-person';
import { addPasskey } from '#core/testing/passkey';
import { PATIENCE_MS } from '#core/testing/patience';
import { addAuthenticator } from '#core/testing/second-factor';
import { PASSWORD } from '#core/testing/sign-up';
import { callWithFaults } from './call-with-faults.ts';
import { FaultyBindings } from './faulty-bindings.ts';
import { EXAMPLES } from './operation-examples.ts';
import { operations } from './operations.ts';

/** Changes of sign-in methods are always mailed, so that a borrowed session cannot change them unnoticed. */

const reconfirmed = { current_password: PASSWORD };

test('every change of the ways into an account is told to its person by mail', async () => {
  const person = await mintPerson(await mintOrganization(), 'owner');
  const token = person.accessToken;
  const ask = async (method: string, path: string, json?: unknown) => {
    const answer = await call(method, `/api/v1${path}`, { token, ...(json === undefined ? {} : { json }) });
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer;
  };
  const told = async (subject: string) => {
    await expect
      .poll(async () => (await mailsTo(person.email)).map((mail) => mail.subject), { timeout: PATIENCE_MS })
      .toContain(subject);
  };
  const app = await addAuthenticator(person);
  await told('An authenticator app was added');
  const codes = await ask('POST', '/auth/mfa/recovery-codes', reconfirmed);
  expect(recoveryCodesSchema.parse(codes.json).recovery_codes).not.toEqual(app.recoveryCodes);
  await told('Your recovery codes were replaced');
  const passkey = await addPasskey(person);
  await told('A passkey was added');
  await ask('POST', '/auth/mfa/totp/remove', reconfirmed);
  await told('An authenticator app was removed');
  await ask('POST', `/auth/passkeys/${passkey.id}/remove`, reconfirmed);
  await told('A passkey was removed');
  await ask('POST', '/auth/change-password', { ...reconfirmed, new_password: 'an entirely different one' });
  await told('Your password was changed');
});

test('so is a reset of the second factors by an administrator, and an account elsewhere that no longer opens it', async () => {
  const person = await mintPerson(await mintOrganization(), 'owner');
  const administrator = await mintPerson(await mintOrganization(), 'owner');
  await makeAdministrator(administrator.userId);
  await env.DB.prepare(
    `INSERT INTO linked_identities (id, user_id, provider_id, issuer, subject, email, created_at) VALUES (?, ?, 'github', 'https://github.com', ?, ?, 1)`,
  )
    .bind(`lid_${person.userId}`, person.userId, person.userId, person.email)
    .run();
  const unlinked = await call('POST', `/api/v1/auth/identities/lid_${person.userId}/remove`, {
    token: person.accessToken,
    json: { current_password: PASSWORD },
  });
  expect(unlinked.status).toBeLessThan(300);
  const reset = await call('POST', `/api/v1/admin/users/${person.userId}/reset-mfa`, {
    token: administrator.accessToken,
    json: {},
  });
  expect(reset.status).toBeLessThan(300);
  for (const subject of ['A sign-in provider was unlinked', 'Your second factors were removed'])
    await expect
      .poll(async () => (await mailsTo(person.email)).map((mail) => mail.subject), { timeout: PATIENCE_MS })
      .toContain(subject);
});

/** Operations with the subject of the mail that each sends after its response. */
const TOLD_BY_MAIL = [
  ['confirmTotp', 'An authenticator app was added'],
  ['registerPasskey', 'A passkey was added'],
  ['removeTotp', 'An authenticator app was removed'],
  ['renewRecoveryCodes', 'Your recovery codes were replaced'],
  ['changePassword', 'Your password was changed'],
  ['forgotPassword', 'Reset your password'],
] as const;

test.each(TOLD_BY_MAIL)(
  '%s is told by one mail, whichever D1 call fails once it was confirmed',
  async (id, subject) => {
    const operation = operations.find((each) => each.id === id);
    if (!operation) throw new Error(`${id} is not mounted`);
    let confirmed = 0;
    for (const when of ['before', 'after'] as const) {
      for (let position = 1; ; position++) {
        const person = await mintPerson(await mintOrganization(), 'owner');
        const example = await EXAMPLES[id]?.(person);
        if (!example) throw new Error(`no example for ${id}`);
        const faulty = new FaultyBindings({ binding: 'd1', when, position });
        const { status } = await callWithFaults(faulty, operation, example, person.accessToken);
        if (!faulty.met) break;
        if (status !== example.status) continue;
        confirmed += 1;
        const mails = (await mailsTo(person.email)).filter((mail) => mail.subject === subject);
        expect([id, when, position, mails.length]).toEqual([id, when, position, 1]);
      }
    }
    expect(confirmed).toBeGreaterThan(0);
  },
);
