/**
 * Writes engine/languages/all.generated.ts, which imports every `<code>.data.ts` of the folder, so that adding a language
 * touches no other file. Neither Node, esbuild nor TypeScript can import a folder. The result is not in git: importing
 * this module writes it if it is missing or out of date, which takes about 1 ms. Runs under Node 18 with nothing installed.
 */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'engine', 'languages');
const target = join(folder, 'all.generated.ts');

/** ISO 639-1, or ISO 639-2 where a language has no shorter code. */
const DATA_FILE = /^([a-z]{2,3})\.data\.ts$/;

const codes = readdirSync(folder)
  .flatMap((name) => DATA_FILE.exec(name)?.[1] ?? [])
  .sort();
const source = `// Written by scripts/list-languages.mjs. Do not edit.
${codes.map((code) => `import { LANGUAGE as ${code.toUpperCase()} } from './${code}.data.ts';`).join('\n')}

export const ALL = [${codes.map((code) => code.toUpperCase()).join(', ')}] as const;
`;

function present() {
  try {
    return readFileSync(target, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  }
}

if (present() !== source) {
  // Several commands may do this at the same time: none may read half a file.
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, source);
  renameSync(draft, target);
}
