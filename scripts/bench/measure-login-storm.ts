import { Agent } from 'node:http';
import { callApi, expectApi } from '../start/api-client.ts';
import { type LoadRequest, send } from './load.ts';
import { percentile } from './statistics.ts';

/** Number of concurrent sign-ins, and number of users they are spread over. */
export const STORM_LOGINS = 100;
const PEOPLE = 25;
const PASSWORD = 'storm storm storm storm';

export interface StormRun {
  /** From the first request to the last response, in milliseconds. */
  readonly duration: number;
  /** Responses to sign-ins by outcome. */
  readonly signedIn: number;
  /** 503: the hash queue exceeded its longest wait. */
  readonly unavailable: number;
  /** 429. */
  readonly throttled: number;
  readonly reads: number;
  /** Latency of the reads while sign-ins were waiting, in milliseconds. */
  readonly readP50: number;
  readonly readP95: number;
  readonly readLongest: number;
}

/**
 * Signs in many users at once while another user reads a document repeatedly. Every password hash blocks the thread of
 * its isolate. @throws Error if a read fails or a sign-in returns anything but 200, 429 or 503
 */
export async function measureLoginStorm(address: string, read: LoadRequest): Promise<StormRun> {
  const emails = Array.from({ length: PEOPLE }, (_, at) => `storm-${at}@example.com`);
  // Sequential, because each registration hashes a password too.
  for (const email of emails) await register(address, email);
  const statuses: number[] = [];
  const begin = performance.now();
  const storm = Array.from({ length: STORM_LOGINS }, async (_, at) => {
    const json = { email: emails[at % PEOPLE], password: PASSWORD };
    statuses.push((await callApi(address, 'POST', '/auth/login', { json })).status);
  });
  const wall = await readDuring(address, read, Promise.all(storm));
  const duration = performance.now() - begin;
  const count = (status: number): number => statuses.filter((each) => each === status).length;
  const [signedIn, unavailable, throttled] = [count(200), count(503), count(429)];
  if (signedIn + unavailable + throttled !== STORM_LOGINS)
    throw new Error(`sign-ins answered ${[...new Set(statuses)].join(', ')}; only 200, 429 and 503 may be among them`);
  return {
    duration,
    signedIn,
    unavailable,
    throttled,
    reads: wall.length,
    readP50: percentile(wall, 0.5),
    readP95: percentile(wall, 0.95),
    readLongest: percentile(wall, 1),
  };
}

async function register(address: string, email: string): Promise<void> {
  const json = { email, password: PASSWORD, first_name: 'S', last_name: 'S', organization_name: 'Storm' };
  await expectApi(201, address, 'POST', '/auth/register', { json });
}

/** Reads sequentially until all sign-ins have ended. @throws Error for a failed read, and what `storm` throws */
async function readDuring(address: string, read: LoadRequest, storm: Promise<unknown>): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const wall: number[] = [];
  let isOver = false;
  const reading = async (): Promise<void> => {
    while (!isOver) {
      const begin = performance.now();
      const { status, text } = await send(address, read, agent);
      if (status !== read.status) throw new Error(`${read.path} answered ${status}: ${text.slice(0, 200)}`);
      wall.push(performance.now() - begin);
    }
  };
  try {
    const ended = storm.finally(() => {
      isOver = true;
    });
    await Promise.all([ended, reading()]);
  } finally {
    agent.destroy();
  }
  return wall;
}
