/**
 * `npm run train -- --synthetic DIR... [--evaluate DIR]... [--evaluate-words DIR]... [--out FILE] [--fill-from P]
 * [--recalibrate FILE]`
 */
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type FieldModel, LEARNED_FIELDS } from '#engine/learning';
import { nodeEngineHost } from '../scripts/engine-host.ts';
import { compareChoices, f1, type Tally } from './train/compare-choices.ts';
import { calibrateField, fitField } from './train/fit-field.ts';
import { type Example, readExamples } from './train/read-examples.ts';

const USAGE =
  'usage: npm run train -- --synthetic DIR [--synthetic DIR] [--evaluate DIR] [--evaluate-words DIR] [--out FILE] [--fill-from P] [--recalibrate FILE]';

/** Every fifth program and these markets are excluded from training. */
const HELD_PROGRAM = 0;
const CALIBRATION_PROGRAM = 4;
const FOLDS = 5;
const HELD_LOCALES: ReadonlySet<string> = new Set(['da', 'pl', 'pt-BR']);

const isHeldLocale = (example: Example) => HELD_LOCALES.has(example.locale);
const foldOf = (example: Example) => (example.program ?? 0) % FOLDS;

function show(tally: Tally): string {
  return `${f1(tally).toFixed(3)} (${tally.right} right, ${tally.wrong} wrong)`;
}

async function modelsOf(file: string): Promise<Readonly<Record<string, FieldModel>>> {
  const { LEARNED_MODELS }: { readonly LEARNED_MODELS: string } = await import(resolve(file));
  return JSON.parse(LEARNED_MODELS);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      synthetic: { type: 'string', multiple: true, default: [] },
      evaluate: { type: 'string', multiple: true, default: [] },
      'evaluate-words': { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      'fill-from': { type: 'string', default: '0.6' },
      // Existing weights; only their probabilities are refitted.
      recalibrate: { type: 'string' },
    },
  });
  if (values.synthetic.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const learned = values.recalibrate === undefined ? undefined : await modelsOf(values.recalibrate);
  const host = nodeEngineHost();
  const synthetic: Example[] = [];
  for (const folder of values.synthetic) synthetic.push(...(await readExamples(folder, host, false)));
  const known = synthetic.filter((example) => !isHeldLocale(example));
  const sets = new Map<string, readonly Example[]>([
    ['held-out programs', known.filter((example) => foldOf(example) === HELD_PROGRAM)],
    ['held-out markets', synthetic.filter((example) => isHeldLocale(example) && foldOf(example) !== HELD_PROGRAM)],
  ]);
  for (const folder of values.evaluate) sets.set(basename(folder), await readExamples(folder, host, false));
  for (const folder of values['evaluate-words'])
    sets.set(`${basename(folder)} words`, await readExamples(folder, host, true));
  console.log(
    `${synthetic.length} synthetic documents; ${[...sets].map(([name, own]) => `${name} ${own.length}`).join(', ')}`,
  );
  const train = known.filter((example) => ![HELD_PROGRAM, CALIBRATION_PROGRAM].includes(foldOf(example)));
  const calibrate = known.filter((example) => foldOf(example) === CALIBRATION_PROGRAM);
  const models: Record<string, FieldModel> = {};
  for (const field of LEARNED_FIELDS) {
    const known = learned?.[field.name];
    const model = known === undefined ? fitField(field, train, calibrate) : calibrateField(known, calibrate, field);
    models[field.name] = model;
    for (const [name, examples] of sets) {
      const { engine, learned, filledIn } = compareChoices(field, model, examples, Number(values['fill-from']));
      if (engine.right + engine.missing === 0) continue;
      console.log(
        `${field.name} | ${name} | engine ${show(engine)} | learned ${show(learned)} | filled in ${show(filledIn)}`,
      );
    }
  }
  if (values.out !== undefined) {
    const text = JSON.stringify(models);
    await writeFile(
      values.out,
      `/** Written by training/train.ts; not to be edited. */\nexport const LEARNED_MODELS: string =\n  '${text}';\n`,
    );
  }
  return 0;
}

process.exitCode = await main();
