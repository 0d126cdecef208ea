/**
 * `npx node training/leave-out.ts --synthetic DIR --choice meta [--fields invoice_number,due_date]`: trains without one
 * family of layouts at a time and reports on it.
 */
import { parseArgs } from 'node:util';
import { LEARNED_FIELDS } from '#engine/learning';
import { nodeEngineHost } from '../scripts/engine-host.ts';
import { type LayoutProgram, programOf } from './generator/layout-program.ts';
import { compareChoices, f1 } from './train/compare-choices.ts';
import { fitField } from './train/fit-field.ts';
import { type Example, readExamples } from './train/read-examples.ts';

const USAGE = 'usage: npx node training/leave-out.ts --synthetic DIR --choice NAME [--fields a,b]';

/** Choices of a layout program that define families. */
const CHOICES = [
  'meta',
  'totals',
  'letterhead',
  'parties',
  'rules',
] as const satisfies readonly (keyof LayoutProgram)[];
const CALIBRATION_SHARE = 5;
const FILL_FROM = 0.8;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { synthetic: { type: 'string' }, choice: { type: 'string' }, fields: { type: 'string' } },
  });
  const choice = CHOICES.find((name) => name === values.choice);
  if (values.synthetic === undefined || choice === undefined) {
    console.error(`${USAGE}\nchoices: ${CHOICES.join(' ')}`);
    return 2;
  }
  const wanted = values.fields?.split(',');
  const fields = LEARNED_FIELDS.filter(({ name }) => wanted?.includes(name) ?? true);
  const examples = await readExamples(values.synthetic, nodeEngineHost(), false);
  const familyOf = ({ program }: Example) => (program === undefined ? 'real' : String(programOf(program)[choice]));
  for (const family of [...new Set(examples.map(familyOf))].sort()) {
    const others = examples.filter((example) => familyOf(example) !== family);
    const own = examples.filter((example) => familyOf(example) === family);
    const calibrate = others.filter(({ program = 0 }) => program % CALIBRATION_SHARE === 0);
    const train = others.filter(({ program = 0 }) => program % CALIBRATION_SHARE !== 0);
    for (const field of fields) {
      const { engine, learned, filledIn } = compareChoices(field, fitField(field, train, calibrate), own, FILL_FROM);
      const figures = [engine, learned, filledIn].map((tally) => f1(tally).toFixed(3));
      console.log(
        `${choice}=${family} | ${field.name} | engine ${figures[0]} | learned ${figures[1]} | filled in ${figures[2]}`,
      );
    }
  }
  return 0;
}

process.exitCode = await main();
