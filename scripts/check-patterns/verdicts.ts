import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '../server/repository.ts';
import type { Pattern } from './find-patterns.ts';
import type { Growth } from './judge-pattern.ts';

/** Raise it when the method of judging changes; this discards all verdicts. */
const METHOD = 5;
const FILE = join(REPOSITORY, 'scripts', 'check-patterns', 'verdicts.data.json');
const TOOL = join(REPOSITORY, 'node_modules', 'recheck', 'package.json');

export type Verdicts = ReadonlyMap<string, Growth>;

interface VerdictFile {
  /** The tool and method of the verdicts. */
  readonly judge: string;
  readonly verdicts: Readonly<Record<string, Growth>>;
}

/** The checked-in verdicts, by `keyOf`; empty when they come from another version of the tool. */
export async function readVerdicts(): Promise<Verdicts> {
  const { judge, verdicts }: VerdictFile = JSON.parse(await readFile(FILE, 'utf8'));
  return new Map(judge === (await currentJudge()) ? Object.entries(verdicts) : []);
}

/** One sorted line per verdict, so that branches that add patterns merge. */
export async function writeVerdicts(verdicts: Verdicts): Promise<void> {
  const sorted = Object.fromEntries([...verdicts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const content: VerdictFile = { judge: await currentJudge(), verdicts: sorted };
  await writeFile(FILE, `${JSON.stringify(content, undefined, 2)}\n`);
}

export function keyOf({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 24);
}

async function currentJudge(): Promise<string> {
  const { version }: { readonly version: string } = JSON.parse(await readFile(TOOL, 'utf8'));
  return `recheck ${version}, method ${METHOD}`;
}
