/**
 * `npx node training/make-set.ts --out DIR --count N --seed S [--programs 0-259] [--locales de,fr] [--words WORDING]`
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROGRAM_COUNT } from './generator/layout-program.ts';
import { LOCALES, type LocaleName } from './generator/locales.data.ts';
import { makeDocument } from './generator/make-document.ts';
import { Random } from './generator/random.ts';
import { hasWords, WORDINGS, wordingOf } from './generator/words/wording.ts';

const USAGE =
  'usage: npx node training/make-set.ts --out DIR --count N --seed S [--programs FROM-TO] [--locales a,b] [--words WORDING]';

const isLocale = (name: string): name is LocaleName => name in LOCALES;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      count: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      programs: { type: 'string', default: `0-${PROGRAM_COUNT - 1}` },
      locales: { type: 'string', default: Object.keys(LOCALES).join(',') },
      words: { type: 'string', default: 'usual' },
    },
  });
  const range = /^(\d+)(?:-(\d+))?$/.exec(values.programs);
  const count = Number(values.count);
  const names = values.locales.split(',');
  const words = wordingOf(values.words);
  // Skips markets whose language has no unseen words; they would get usual ones.
  const locales = names
    .filter(isLocale)
    .filter((name) => words !== undefined && hasWords(words, LOCALES[name].language));
  if (
    values.out === undefined ||
    words === undefined ||
    range === null ||
    !Number.isInteger(count) ||
    locales.length === 0 ||
    !names.every(isLocale)
  ) {
    console.error(`${USAGE}\nlocales: ${Object.keys(LOCALES).join(' ')}\nwordings: ${WORDINGS.join(' ')}`);
    return 2;
  }
  const first = Number(range[1]);
  const span = Number(range[2] ?? range[1]) - first + 1;
  await mkdir(values.out, { recursive: true });
  const random = new Random(`set ${values.seed}`);
  for (let index = 0; index < count; index++) {
    // Every program is used equally often, or evenly spaced ones if there are fewer documents; the locale is drawn.
    const program = first + (count < span ? Math.floor((index * span) / count) : index % span);
    const { id, bytes, truth, marks } = await makeDocument(
      program,
      random.pick(locales),
      `${values.seed}.${index}`,
      words,
    );
    const placed = marks.map(({ field, text, page, box }) => ({ text, box, page, label: field }));
    await writeFile(join(values.out, `${id}.pdf`), bytes);
    await writeFile(join(values.out, `${id}.truth.json`), JSON.stringify(truth));
    await writeFile(join(values.out, `${id}.words.json`), JSON.stringify({ words: placed }));
  }
  return 0;
}

process.exitCode = await main();
