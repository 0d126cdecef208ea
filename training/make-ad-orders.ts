/** `npx node training/make-ad-orders.ts --out DIR --count N --seed S [--held-out] [--words WORDING]` */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AD_PROGRAM_COUNT, isHeldOut } from './ad-orders/ad-program.ts';
import { makeAdOrder } from './ad-orders/make-ad-order.ts';
import { wordingOf } from './generator/words/wording.ts';

const USAGE =
  'usage: npx node training/make-ad-orders.ts --out DIR [--count N] [--seed S] [--held-out] [--words WORDING]';

/** Airtime orders of the programs that may be inspected, or of the held-out ones. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      count: { type: 'string', default: '72' },
      seed: { type: 'string', default: '1' },
      'held-out': { type: 'boolean', default: false },
      words: { type: 'string', default: 'usual' },
    },
  });
  const count = Number(values.count);
  const words = wordingOf(values.words);
  if (values.out === undefined || words === undefined || !Number.isInteger(count) || count < 1) {
    console.error(USAGE);
    return 2;
  }
  const ids = Array.from({ length: AD_PROGRAM_COUNT }, (_, id) => id);
  const programs = ids.filter((id) => isHeldOut(id) === values['held-out']);
  await mkdir(values.out, { recursive: true });
  for (let index = 0; index < count; index++) {
    const program = programs[index % programs.length];
    if (program === undefined) break;
    const { id, bytes, truth } = await makeAdOrder(program, `${values.seed}.${index}`, words);
    await writeFile(join(values.out, `${id}.pdf`), bytes);
    await writeFile(join(values.out, `${id}.truth.json`), JSON.stringify(truth));
  }
  return 0;
}

process.exitCode = await main();
