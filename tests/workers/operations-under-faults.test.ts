import { env } from 'cloudflare:workers';
import { afterAll, expect, test } from 'vitest';
import { problemSchema } from '#core/contract/problem';
import { mintOrganization, mintPerson } from '#core/testing/mint-person';
import { signUp } from '#core/testing/sign-up';
import { callWithFaults } from './call-with-faults.ts';
import { FaultTable } from './fault-table.ts';
import { type Binding, FaultyBindings, type When } from './faulty-bindings.ts';
import { EXAMPLES } from './operation-examples.ts';
import { type Operation, operations } from './operations.ts';

/**
 * Every operation × every call of D1, R2 and the queue × failure before and, for operations that change data, after the
 * call took effect: the response is the documented one or 503 with `Retry-After`, and each change has exactly one audit
 * event. The list is the mounted routes, so a new operation is tested by itself, and fails here without an example.
 * `npm run test:faults` tests all of it, the ordinary run a sample of operations.
 */
const whole = env.TEST_FAULTS === 'whole';
const SAMPLE: ReadonlySet<string> = new Set(['updateBranding', 'createGrant', 'listMembers']);
const BINDINGS: readonly Binding[] = ['d1', 'r2.put', 'r2.get', 'r2.delete', 'queue'];
/** More calls than any operation makes, as a guard against an endless loop. */
const MAX_CALLS = 60;
/** Only a hang reaches this. */
const HANGS_MS = 1_800_000;

/**
 * Their examples need data of a registration: a mail, a refresh token. Other accounts are inserted directly, which is
 * faster.
 */
const OF_REGISTERED: ReadonlySet<string> = new Set(['refresh', 'verifyEmail']);

/** Its 503 names the dependency that failed, in a body of its own. */
const REPORTS_FAULTS = 'readiness';

/** Its rows follow the status, so a fault among them breaks the body off: a part never passes for the whole. */
const STREAMS = 'exportAuditEvents';

const table = new FaultTable('operations under faults');
afterAll(() => table.print(whole));

const asked = operations.filter(({ id }) => whole || SAMPLE.has(id));

test.each(asked.map((operation) => [operation.id, operation] as const))(
  '%s is done or says that it can be repeated, whichever call fails',
  async (_id, operation) => {
    const calls = await countCalls(operation);
    for (const binding of BINDINGS.filter((each) => calls(each) > 0)) {
      for (const when of operation.method === 'get' ? (['before'] as const) : (['before', 'after'] as const)) {
        let position = 1;
        while (position < MAX_CALLS && (await failAt(operation, binding, position, when))) position += 1;
        expect(position).toBeGreaterThan(1);
        expect(position).toBeLessThan(MAX_CALLS);
      }
    }
  },
  HANGS_MS,
);

/** Calls the operation with one fault, or with none. */
async function callWith(operation: Operation, faulty: FaultyBindings) {
  const owner = OF_REGISTERED.has(operation.id) ? await signUp() : await mintPerson(await mintOrganization(), 'owner');
  const example = await EXAMPLES[operation.id]?.(owner);
  if (!example) throw new Error(`no example for ${operation.id}`);
  const token = operation.permission === 'public' ? undefined : owner.accessToken;
  return { example, answer: await callWithFaults(faulty, operation, example, token) };
}

/** How often the operation calls each binding when nothing fails. */
async function countCalls(operation: Operation): Promise<(binding: Binding) => number> {
  const sound = new FaultyBindings(null);
  const { example, answer } = await callWith(operation, sound);
  expect([operation.id, answer.status]).toEqual([operation.id, example.status]);
  return (binding) => sound.callsOf(binding);
}

/** False if the operation makes fewer calls. */
async function failAt(operation: Operation, binding: Binding, position: number, when: When): Promise<boolean> {
  const faulty = new FaultyBindings({ binding, when, position });
  const outcome = await callWith(operation, faulty).catch((error: unknown) => {
    // The rest is a defect of the example or the operation.
    if (operation.id !== STREAMS || !faulty.met) throw error;
    return null;
  });
  if (outcome === null) {
    table.count(operation.id, `${binding} ${when}`, 'broken off');
    return true;
  }
  const { example, answer } = outcome;
  const place = `${operation.id}, ${binding} call ${position} failing ${when}`;
  if (!faulty.met) {
    expect([place, 'not met', answer.status]).toEqual([place, 'not met', example.status]);
    return false;
  }
  table.count(operation.id, `${binding} ${when}`, answer.status);

  if (answer.status !== example.status) {
    expect([place, answer.status, answer.text]).toEqual([place, 503, expect.any(String)]);
    if (operation.id === REPORTS_FAULTS) return true;
    const problem = problemSchema.parse(JSON.parse(answer.text));
    expect([place, problem.code]).toEqual([place, 'unavailable']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/select|insert|update|D1_|params/i);
  }
  await expectEventsOnce(place, answer.headers.get('x-request-id') ?? '');
  return true;
}

/** One event per change: never the same action on the same target twice for one request and organization. */
async function expectEventsOnce(place: string, requestId: string): Promise<void> {
  const sql = `SELECT organization_id, action, target_id, count(*) AS n FROM audit_events WHERE request_id = ?
    GROUP BY organization_id, action, target_id HAVING n > 1`;
  const twice = await env.DB.prepare(sql).bind(requestId).all();
  expect([place, twice.results]).toEqual([place, []]);
}
