/** `npm run test:hostile`: sends every hostile file and connection to the running platform. */
import { HOSTILE_FILES } from '../tests/hostile/files/index.ts';
import type { HostileFile } from '../tests/hostile/hostile-file.ts';
import { openRoom, type ServerRoom } from '../tests/hostile/server-room.ts';
import {
  type FileReport,
  headLine,
  lineOf,
  MAX_IDLE_MIB,
  memoryLeft,
  uploadFiles,
  worstOf,
} from '../tests/hostile/upload-files.ts';
import { sendRaw, WIRE_CASES } from '../tests/hostile/wire-cases.ts';
import { runCommand } from './server/failure.ts';

/** Uploads the files to one platform until it gets stuck. */
async function runFiles(room: ServerRoom, files: readonly HostileFile[]): Promise<readonly FileReport[]> {
  console.log(`${Math.round(room.startMemory)} MiB at the start\n${headLine()}`);
  return uploadFiles(files, room, (report) => console.log(lineOf(report, room.startMemory)));
}

/** Problems with the responses to hostile connections. */
async function runWire(room: ServerRoom): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const wire of WIRE_CASES) {
    const { status, sent } = await sendRaw(room.address, room.token, wire);
    console.log(`${wire.name}: ${status} after ${Math.ceil(sent / 1024)} kB`);
    if (!wire.allowed.includes(status)) faults.push(`${wire.name}: answered ${status}`);
  }
  return faults;
}

async function main(): Promise<number> {
  const wanted = process.argv[2];
  let files = HOSTILE_FILES.filter(({ name }) => wanted === undefined || name.includes(wanted));
  const faults: string[] = [];
  while (files.length > 0) {
    const room = await openRoom();
    let isStuck = false;
    try {
      if (wanted === undefined && files.length === HOSTILE_FILES.length) faults.push(...(await runWire(room)));
      const reports = await runFiles(room, files);
      files = files.slice(reports.length);
      isStuck = reports.at(-1)?.isStuck ?? false;
      for (const report of reports) for (const fault of report.faults) faults.push(`${report.name}: ${fault}`);
      console.log(`\nThe worst\n${worstOf(reports, room.startMemory)}`);
      if (isStuck) continue;
      const left = await memoryLeft(room.watch, room.startMemory);
      if (left > MAX_IDLE_MIB) faults.push(`${Math.round(left)} MiB over the start when idle`);
      console.log(`\n${Math.round(left)} MiB over the start when idle`);
    } finally {
      await room.close(isStuck);
    }
  }
  console.log(faults.length === 0 ? '\nnothing found' : `\n${faults.length} found\n  ${faults.join('\n  ')}`);
  return faults.length === 0 ? 0 : 1;
}

await runCommand(main);
