import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectControl } from '#core/db/connect';
import { mailOutbox } from '#core/db/schema/administration';
import { createDependencies } from '../../worker/dependencies.ts';
import { durableSender, sendDueMails } from '../../worker/services/mail/durable-sender.ts';
import { MailFailure, type MailProvider, type OutgoingMail } from '../../worker/services/mail/provider.ts';
import { sendMail } from '../../worker/services/mail/sender.ts';

const db = connectControl(env.DB);
const rowsOf = (subject: string) => db.select().from(mailOutbox).where(eq(mailOutbox.subject, subject));

/** A mail provider with controlled failures, and a manual clock. */
function setUp(subject: string, failures: (MailFailure | Error)[]) {
  const taken: OutgoingMail[] = [];
  const provider: MailProvider = {
    async deliver(mail) {
      if (mail.subject !== subject) return;
      const failure = failures.shift();
      if (failure) throw failure;
      taken.push(mail);
    },
  };
  let at = Date.now();
  const needs = { ...createDependencies(env, { waitUntil: () => undefined }, 'req_test'), now: () => at };
  const mail = { to: 'a@b.test', subject, text: 'https://x.test/#token=SECRET', html: '<p>SECRET</p>' };
  return {
    taken,
    send: () => sendMail({ ...needs, mail: durableSender(needs, provider) }, mail),
    sweep: (afterSeconds: number) => {
      at += afterSeconds * 1000;
      return sendDueMails(needs, provider);
    },
  };
}

const down = () => new MailFailure('unreachable', false, 'down');

test('a mail that nobody takes at first is kept unreadable, tried ever more rarely, and sent once', async () => {
  const { taken, send, sweep } = setUp('Down for a while', [down(), down()]);
  await send();
  const [row] = await rowsOf('Down for a while');
  expect(row).toMatchObject({ status: 'waiting', attempts: 1, lastError: 'unreachable' });
  expect(JSON.stringify(row)).not.toContain('SECRET');
  await sweep(1);
  expect((await rowsOf('Down for a while'))[0]?.attempts).toBe(1);
  await sweep(30);
  expect((await rowsOf('Down for a while'))[0]?.attempts).toBe(2);
  await sweep(30);
  expect(taken).toHaveLength(0);
  await sweep(31);
  expect(taken).toMatchObject([{ id: row?.id, to: 'a@b.test', text: 'https://x.test/#token=SECRET' }]);
  await sweep(100_000);
  expect([taken.length, await rowsOf('Down for a while')]).toEqual([1, []]);
});

test('what is refused for good, or too often, is given up and stays to be seen', async () => {
  const refused = setUp('No such mailbox', [new MailFailure('refused', true, '550')]);
  await refused.send();
  await refused.sweep(100_000);
  expect(refused.taken).toHaveLength(0);
  expect(await rowsOf('No such mailbox')).toMatchObject([{ status: 'dead', attempts: 1, lastError: 'refused' }]);
  const often = setUp('Never taken', Array.from({ length: 99 }, down));
  await often.send();
  for (let i = 0; i < 20; i++) await often.sweep(100_000);
  expect(await rowsOf('Never taken')).toMatchObject([{ status: 'dead', attempts: 14 }]);
});

test('an isolate that dies in the middle leaves the mail to the next run', async () => {
  const { taken, send, sweep } = setUp('Died in the middle', [new Error('the isolate was torn down')]);
  await expect(send()).rejects.toThrow('torn down');
  await sweep(1);
  expect(taken).toHaveLength(0);
  await sweep(60);
  expect(taken).toHaveLength(1);
});

test('two runs at once send a mail once', async () => {
  const { taken, send, sweep } = setUp('Two at once', [down()]);
  await send();
  await Promise.all([sweep(31), sweep(0), sweep(0)]);
  expect(taken).toHaveLength(1);
});
