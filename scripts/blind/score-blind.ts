import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PoolOptions } from '../score/engine-pool.ts';
import { type CorpusScore, scoreCorpus } from '../score/score-corpus.ts';
import { blindFigures } from './blind-figures.ts';
import { appendRun, standingOf } from './blind-record.ts';
import { sha256Of, unpackArchive } from './unpack-archive.ts';

export interface BlindOptions {
  readonly archive: string;
  /** Markdown file with the record. */
  readonly record: string;
  /** The engine that is measured. */
  readonly commit: string;
  /** Scores an archive again that this engine has scored before. */
  readonly again: boolean;
  readonly pool: PoolOptions;
  /** Called with the folder of the unpacked documents, which is then kept. */
  readonly keep?: (folder: string) => void;
  readonly today: string;
}

/** Scores an archive and appends the figures to the record. Throws when this engine has scored the archive before. */
export async function scoreBlind(options: BlindOptions): Promise<CorpusScore> {
  const { archive, record, commit } = options;
  const sha256 = await sha256Of(archive);
  const standing = standingOf(await readFile(record, 'utf8'), sha256, commit);
  if (standing === 'already scored' && !options.again) {
    throw new Error(`${basename(archive)} is in the record for ${commit}; --again scores it once more, marked as seen`);
  }
  const folder = await unpackArchive(archive);
  try {
    const score = await scoreCorpus({ folder, goldWords: false, pool: options.pool });
    const run = { date: options.today, commit, archive: basename(archive), sha256, seen: standing !== 'blind' };
    await writeFile(record, appendRun(await readFile(record, 'utf8'), run, blindFigures(score)));
    return score;
  } finally {
    if (options.keep) options.keep(folder);
    else await rm(folder, { recursive: true, force: true });
  }
}

/** Abbreviated commit of the working tree, with a mark when tracked files differ from it. */
export function commitOf(folder: string): string {
  const done = spawnSync('git', ['describe', '--always', '--dirty=+changes', '--abbrev=10'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (done.error || done.status !== 0) throw new Error('the commit could not be read; run this in a git checkout');
  return done.stdout.trim();
}
