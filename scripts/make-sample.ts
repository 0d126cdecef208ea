/** `node scripts/make-sample.ts [FOLDER]`: writes the sample documents and their ground truth, `samples/` by default. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_NAMES, sampleInvoice } from '../tests/accuracy/sample/index.ts';

const folder = process.argv[2] ?? 'samples';
await mkdir(folder, { recursive: true });
for (const name of SAMPLE_NAMES) {
  const { bytes, truth } = await sampleInvoice(name);
  await writeFile(join(folder, `${name}.pdf`), bytes);
  await writeFile(join(folder, `${name}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`);
}
console.log(`${SAMPLE_NAMES.length} samples in ${folder}`);
