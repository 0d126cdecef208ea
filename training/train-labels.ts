/** `npx node training/train-labels.ts [--out FILE]`: reports the accuracy of label guesses and writes the weights. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { guessLabel, LABEL_GROUPS, type LabelWeights } from '#engine/learning';
import { hashText } from './generator/random.ts';
import { knownPhrases, type LabelPhrase, learnedPhrases, otherPhrases, rarePhrases } from './labels/label-examples.ts';
import { fitLabels } from './train/fit-labels.ts';

/** Every fifth phrase is held out for measuring. */
const HELD_EVERY = 5;
/** Languages that are held out completely, one at a time. */
const HELD_LANGUAGES = ['pt', 'nl'];

function shareRight(weights: LabelWeights, phrases: readonly LabelPhrase[]): string {
  const right = phrases.filter(({ text, group }) => {
    const guess = guessLabel(text, weights);
    return LABEL_GROUPS[guess.indexOf(Math.max(...guess))] === group;
  });
  return `${right.length} of ${phrases.length} (${(right.length / phrases.length).toFixed(3)})`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const phrases = [...knownPhrases(), ...rarePhrases(), ...otherPhrases()];
  const isHeld = ({ text }: LabelPhrase) => hashText(text) % HELD_EVERY === 0;
  const most = fitLabels(
    phrases.filter((phrase) => !isHeld(phrase)),
    'labels',
  );
  console.log(`phrases held out: ${shareRight(most, phrases.filter(isHeld))}`);
  for (const language of HELD_LANGUAGES) {
    const weights = fitLabels(
      phrases.filter((phrase) => phrase.language !== language),
      'labels',
    );
    const held = phrases.filter((phrase) => phrase.language === language && phrase.group !== 'other');
    console.log(`language ${language} held out: ${shareRight(weights, held)}`);
  }
  const learned = fitLabels(learnedPhrases(), 'labels');
  const seen = new Set(learnedPhrases().map(({ text }) => text));
  const rest = rarePhrases().filter(({ text }) => !seen.has(text));
  console.log(`rare phrases that the product's weights have not seen: ${shareRight(learned, rest)}`);
  if (values.out === undefined) return;
  const { values: bytes, scale } = learned;
  const base64 = Buffer.from(bytes.buffer).toString('base64');
  await writeFile(
    values.out,
    `/** Written by training/train-labels.ts; not to be edited. */\nexport const LABEL_WEIGHTS = {\n  scale: ${scale},\n  base64:\n    '${base64}',\n};\n`,
  );
}

await main();
