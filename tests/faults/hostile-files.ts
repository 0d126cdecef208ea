import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_FILES } from '../hostile/files/index.ts';
import { openRoom, type ServerRoom } from '../hostile/server-room.ts';
import { uploadFiles, worstOf } from '../hostile/upload-files.ts';
import { sendRaw, WIRE_CASES } from '../hostile/wire-cases.ts';

/**
 * The short form of `npm run test:hostile`: its most telling files, and every hostile connection. Memory when idle is
 * left to the long form: how soon V8 returns pages depends on the machine.
 */

/** A first build and a start on a machine with much else to do. */
const START_PATIENCE_MS = 300_000;

let room: ServerRoom;

beforeAll(async () => {
  room = await openRoom();
}, START_PATIENCE_MS);

afterAll(async () => {
  await room?.close();
});

describe('a running platform', () => {
  it.each(WIRE_CASES.map((wire) => [wire.name, wire] as const))('answers %s', async (_name, wire) => {
    const { status } = await sendRaw(room.address, room.token, wire);
    expect(wire.allowed).toContain(status);
  });

  it('brings hostile files to an end without a failure, a silence or memory without bounds', {
    timeout: 600_000,
  }, async () => {
    const telling = HOSTILE_FILES.filter((file) => file.telling);
    expect(telling.length).toBeGreaterThanOrEqual(10);
    const reports = await uploadFiles(telling, room);
    const table = worstOf(reports, room.startMemory);
    expect(
      reports.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`)),
      table,
    ).toEqual([]);
  });
});
