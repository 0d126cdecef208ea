/** `npm run test:hostile`: every hostile file and every hostile connection against the running platform. */
import { setTimeout as delay } from 'node:timers/promises';
import { HOSTILE_FILES } from '../tests/hostile/files/index.ts';
import { openRoom } from '../tests/hostile/server-room.ts';
import { headLine, lineOf, MAX_IDLE_MIB, memoryLeft, uploadFiles, worstOf } from '../tests/hostile/upload-files.ts';
import { sendRaw, WIRE_CASES } from '../tests/hostile/wire-cases.ts';
import { runCommand } from './server/failure.ts';

const SETTLE_MS = 500;

async function main(): Promise<number> {
  const wanted = process.argv[2];
  const files = HOSTILE_FILES.filter(({ name }) => wanted === undefined || name.includes(wanted));
  const room = await openRoom();
  const faults: string[] = [];
  try {
    const { startMemory } = room;
    console.log(`${files.length} files, ${Math.round(startMemory)} MiB at the start\n${headLine()}`);
    const reports = await uploadFiles(files, room, (report) => console.log(lineOf(report, startMemory)));
    for (const report of reports) for (const fault of report.faults) faults.push(`${report.name}: ${fault}`);
    for (const wire of wanted === undefined ? WIRE_CASES : []) {
      const { status, sent } = await sendRaw(room.address, room.token, wire);
      console.log(`${wire.name}: ${status} after ${Math.ceil(sent / 1024)} kB`);
      if (!wire.allowed.includes(status)) faults.push(`${wire.name}: answered ${status}`);
    }
    await delay(SETTLE_MS);
    const left = await memoryLeft(room.watch, startMemory);
    if (left > MAX_IDLE_MIB) faults.push(`${Math.round(left)} MiB over the start when idle`);
    console.log(`\nThe worst\n${worstOf(reports, startMemory)}\n\n${Math.round(left)} MiB over the start when idle`);
  } finally {
    await room.close();
  }
  console.log(faults.length === 0 ? '\nnothing found' : `\n${faults.length} found\n  ${faults.join('\n  ')}`);
  return faults.length === 0 ? 0 : 1;
}

await runCommand(main);
