/**
 * `npm run check:patterns`: fails for regular expressions of the product that take more than linear time, except those
 * allowed for short text. Verdicts are checked in; `-- --update` judges patterns without one, which may take minutes.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ALLOWED_PATTERNS, BUILT_WHEN_CALLED } from './check-patterns/allowed-patterns.data.ts';
import { findPatterns, type Pattern } from './check-patterns/find-patterns.ts';
import { judgePattern, judgeQuickly } from './check-patterns/judge-pattern.ts';
import { recordBuilt } from './check-patterns/record-built.ts';
import { keyOf, readVerdicts, type Verdicts, writeVerdicts } from './check-patterns/verdicts.ts';
import { listFiles } from './check-rooms/list-files.ts';
import { runCommand } from './server/failure.ts';
import { REPOSITORY } from './server/repository.ts';

const ROOMS = ['engine/', 'core/', 'worker/', 'queue-consumer/', 'web/', 'scripts/', 'training/'];
/** Number of patterns judged in parallel: one per core of the machines that run this. */
const AT_A_TIME = 2;
const STORE_EVERY = 20;
const UPDATE = 'npm run check:patterns -- --update';

function isProduct(path: string): boolean {
  if (!ROOMS.some((room) => path.startsWith(room))) return false;
  return /\.(?:ts|tsx|mjs|js)$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.endsWith('.d.ts');
}

async function collect(): Promise<{ readonly patterns: readonly Pattern[]; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const patterns: Pattern[] = [];
  const onLoad = new Set<string>();
  const whenCalled = new Map<string, number>();
  for (const path of (await listFiles()).filter(isProduct)) {
    const { literals, built } = findPatterns(path, await readFile(join(REPOSITORY, path), 'utf8'));
    patterns.push(...literals);
    for (const { onLoad: loads } of built) {
      if (loads) onLoad.add(path);
      else whenCalled.set(path, (whenCalled.get(path) ?? 0) + 1);
    }
  }
  patterns.push(...(await recordBuilt([...onLoad])));
  for (const [path, count] of whenCalled) {
    const examples = BUILT_WHEN_CALLED[path] ?? [];
    if (examples.length !== count)
      problems.push(
        `${path}: builds ${count} patterns in functions, ${examples.length} have an example in BUILT_WHEN_CALLED`,
      );
    patterns.push(...examples.map((source) => ({ source, flags: '', place: path })));
  }
  return { patterns, problems };
}

/** The verdict on each pattern, by key. Without `--update`, patterns that need a search are left out. */
async function judgeAll(patterns: readonly Pattern[], isUpdate: boolean): Promise<Verdicts> {
  const before = await readVerdicts();
  const byKey = new Map(patterns.map((pattern) => [keyOf(pattern), pattern]));
  const judged = new Map([...before].filter(([key]) => byKey.has(key)));
  const queue = [...byKey].filter(([key]) => !judged.has(key));
  const work = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [key, pattern] = next;
      const growth = isUpdate ? await judgePattern(pattern) : await judgeQuickly(pattern);
      if (growth !== undefined) judged.set(key, growth);
      // Saves regularly, so that an interrupted update keeps its results.
      if (isUpdate && queue.length % STORE_EVERY === 0) await writeVerdicts(judged);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  if (isUpdate) await writeVerdicts(judged);
  return judged;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
  const { patterns, problems: unknown } = await collect();
  const judged = await judgeAll(patterns, values.update);
  const allowed = new Set(ALLOWED_PATTERNS.map(({ pattern }) => pattern));
  const used = new Set<string>();
  const problems = [...unknown];
  for (const pattern of patterns) {
    const growth = judged.get(keyOf(pattern)) ?? `no verdict (${UPDATE})`;
    const text = `/${pattern.source}/${pattern.flags}`;
    if (growth === 'linear') continue;
    if (growth === 'quadratic' && allowed.has(text)) used.add(text);
    else problems.push(`${pattern.place}: ${growth} ${text}`);
  }
  const written = new Set(patterns.map(({ source, flags }) => `/${source}/${flags}`));
  problems.push(...[...allowed].filter((text) => !written.has(text)).map((text) => `allowed, but nowhere: ${text}`));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 1;
  console.log(`${judged.size} regular expressions: ${judged.size - used.size} linear, ${used.size} on bounded text`);
  return 0;
}

await runCommand(main);
