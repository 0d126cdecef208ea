import { env } from 'cloudflare:workers';
import { afterAll, expect, test } from 'vitest';
import { problemSchema } from '#core/contract/problem';
import { newId } from '#core/platform/ids';
import { mailsTo } from '#core/testing/mail';
import { mintOrganization, mintPerson } from '#core/testing/mint-person';
import { callWithFaults, type FaultyAnswer } from './call-with-faults.ts';
import { FaultTable } from './fault-table.ts';
import { FaultyBindings, type When } from './faulty-bindings.ts';
import { EXAMPLES } from './operation-examples.ts';
import { type Operation, openApi, operations } from './operations.ts';

/**
 * Every operation that honours an `Idempotency-Key` × every D1 call it makes × failure before and after the call took
 * effect: repeating the request gives exactly one effect and the first response. `npm run test:faults` tests all of it,
 * the ordinary run a sample of operations, with calls that took effect.
 */
const whole = env.TEST_FAULTS === 'whole';
const SAMPLE: ReadonlySet<string> = new Set(['createApiKey', 'createOrganization']);
/** More calls than any operation makes, as a guard against an endless loop. */
const MAX_CALLS = 40;
/** Only a hang reaches this. */
const HANGS_MS = 1_800_000;
/** After these the caller's credential is no longer valid, and a repetition is refused before it is processed. */
const ENDS_THE_CALLER: ReadonlySet<string> = new Set(['leaveOrganization', 'transferOwnership']);
const UPLOADS: ReadonlySet<string> = new Set(['createDocument', 'processDocument']);
/** They change nothing: a rule is tried, a test event is sent again. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['tryRule', 'testWebhook']);
const MAILS: ReadonlySet<string> = new Set(['createInvitation', 'resendInvitation']);

const honoursKeys = ({ path, method }: Operation): boolean => {
  const described: Readonly<Record<string, unknown>> = { ...Object(openApi.paths?.[path])[method] };
  return JSON.stringify(described['parameters'] ?? []).includes('"idempotency-key"');
};

const table = new FaultTable('operations repeated with their Idempotency-Key');
afterAll(() => table.print(whole));

const repeatable = operations.filter(honoursKeys);
const asked = repeatable.filter(({ id }) => whole || SAMPLE.has(id));

test('the operations that honour keys are known', () => {
  expect(repeatable.length).toBeGreaterThanOrEqual(13);
});

test.each(asked.map((operation) => [operation.id, operation] as const))(
  '%s is done once, whichever call fails',
  async (_id, operation) => {
    for (const when of whole ? (['before', 'after'] as const) : (['after'] as const)) {
      let position = 1;
      while (await failAt(operation, position, when)) position += 1;
      expect(position).toBeGreaterThan(2);
      expect(position).toBeLessThan(MAX_CALLS);
    }
  },
  HANGS_MS,
);

/** False if the operation makes fewer calls. */
async function failAt(operation: Operation, position: number, when: When): Promise<boolean> {
  const owner = await mintPerson(await mintOrganization(), 'owner');
  const example = await EXAMPLES[operation.id]?.(owner);
  if (!example) throw new Error(`no example for ${operation.id}`);
  const key = newId('event', Date.now());
  const ask = (bindings: FaultyBindings) => callWithFaults(bindings, operation, example, owner.accessToken, key);

  const faulty = new FaultyBindings({ binding: 'd1', when, position });
  const mailsBefore = MAILS.has(operation.id) ? await countMails(owner.organizationId) : 0;
  const first = await ask(faulty);
  if (!faulty.met) return false;
  const place = `${operation.id}, D1 call ${position} failing ${when}`;
  table.count(operation.id, when, first.status);
  if (first.status !== example.status) expectUnavailable(first, place);

  const again = await ask(new FaultyBindings(null));
  if (!(first.status === example.status && ENDS_THE_CALLER.has(operation.id))) {
    expect(`${place}: ${again.status}`).toBe(`${place}: ${example.status}`);
    if (first.status === example.status)
      expect([place, told(operation, again)]).toEqual([place, told(operation, first)]);
  }
  if (WITHOUT_EFFECT.has(operation.id)) return true;
  const effects = await countEffects([first, again]);
  expect([place, effects].join(': ')).toBe(`${place}: 1`);
  if (MAILS.has(operation.id))
    expect([place, await countMails(owner.organizationId)]).toEqual([place, mailsBefore + 1]);
  return true;
}

/**
 * The part of the response that a repetition must return again. An upload returns the current state of the same
 * document.
 */
function told({ id }: Operation, { text }: FaultyAnswer): string {
  return UPLOADS.has(id) ? String(Object(Object(JSON.parse(text)).document).id) : text;
}

function expectUnavailable(answer: FaultyAnswer, place: string): void {
  expect([place, answer.status, answer.text]).toEqual([place, 503, expect.any(String)]);
  expect(problemSchema.parse(JSON.parse(answer.text)).code).toBe('unavailable');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
}

/** Each effect has its event with the id of its request, as do later events of a document. */
async function countEffects(answers: readonly FaultyAnswer[]): Promise<number> {
  const requests = answers.map(({ headers }) => headers.get('x-request-id'));
  const sql = `SELECT count(*) AS n FROM audit_events WHERE request_id IN (?, ?) AND outcome = 'success'
    AND action NOT IN ('document.completed', 'document.needs_review')`;
  return (
    (await env.DB.prepare(sql)
      .bind(...requests)
      .first<number>('n')) ?? -1
  );
}

async function countMails(organizationId: string): Promise<number> {
  const rows = await env.DB.prepare('SELECT email FROM invitations WHERE organization_id = ?')
    .bind(organizationId)
    .all<{ email: string }>();
  const mails = await Promise.all(rows.results.map(({ email }) => mailsTo(email)));
  return mails.flat().length;
}
