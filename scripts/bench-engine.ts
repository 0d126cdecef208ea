/** `npm run bench:engine`: the engine alone. */
import { measureEngine } from './bench/measure-engine.ts';
import { runCommand } from './server/failure.ts';

async function main(): Promise<number> {
  const figures = await measureEngine();
  console.log(`first call         ${figures.coldMilliseconds.toFixed(1)} ms`);
  console.log(`one page, warm     p50 ${figures.warmP50.toFixed(1)} ms, p95 ${figures.warmP95.toFixed(1)} ms`);
  console.log(`each further page  ${figures.perPage.toFixed(2)} ms`);
  return 0;
}

await runCommand(main);
