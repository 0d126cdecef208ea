/**
 * `npx node training/recognise-set.ts --from DIR --out DIR [--set NAME]`: writes a corpus set with the words that the
 * engine recognises in its images, so that fields can be measured and trained without repeating the recognition.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument } from '#engine/learning';
import { nodeEngineHost } from '../scripts/engine-host.ts';
import { loadCorpus } from '../scripts/score/load-corpus.ts';

const USAGE = 'usage: npx node training/recognise-set.ts --from DIR --out DIR [--set NAME]';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, out: { type: 'string' }, set: { type: 'string' } },
  });
  if (values.from === undefined || values.out === undefined) {
    console.error(USAGE);
    return 2;
  }
  const host = nodeEngineHost();
  const corpus = await loadCorpus(values.from, values.set);
  await mkdir(values.out, { recursive: true });
  for (const { file, truth } of corpus.documents) {
    const read = await readDocument(await readFile(file), host);
    const page = read.ok ? read.document.pages[0] : undefined;
    // A word set is one page; pages that the engine cannot read are useless for training.
    if (page === undefined || (read.ok && read.document.pages.length > 1)) continue;
    const words = page.words.map(({ text, box, size, confidence, agreed }) => ({
      text,
      box,
      size,
      confidence,
      agreed,
    }));
    const own: unknown = JSON.parse(await readFile(join(dirname(file), `${truth.id}.truth.json`), 'utf8'));
    const name = `${truth.id}.words.json`;
    await writeFile(join(values.out, name), JSON.stringify({ level: 'word', words }));
    await writeFile(
      join(values.out, `${truth.id}.truth.json`),
      JSON.stringify(Object.assign({}, own, { words: name })),
    );
  }
  console.log(`${corpus.documents.length} documents of ${values.from} read into ${values.out}`);
  return 0;
}

process.exitCode = await main();
