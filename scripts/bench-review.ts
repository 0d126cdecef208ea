/**
 * `npm run bench:review -- DIR [--documents N]`: reviews documents with known answers by keyboard in a browser, as a
 * person who knows the truth would, and rewrites its section of docs/performance.md.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { unpackChromium } from '../tests/platform/packed-chromium.ts';
import { withSection } from './bench/report-sections.ts';
import { reviewAll } from './bench/review/review-session.ts';
import { useStepClock } from './bench/review/step-clock.ts';
import { judgeReview, tellReview } from './bench/review/tell-review.ts';
import { uploadForReview } from './bench/review/upload-for-review.ts';
import { loadCorpus } from './score/load-corpus.ts';
import { CommandFailure, runCommand } from './server/failure.ts';
import { startPlatform } from './server/local-platform.ts';
import { createProgress } from './server/progress.ts';
import { REPOSITORY } from './server/repository.ts';
import { expectApi, text } from './start/api-client.ts';

const USAGE = 'usage: npm run bench:review -- DIR [--documents N]';
const WINDOW = { width: 1440, height: 900 };
/** Rate limits and sweeps must not interfere with the measurement. */
const VARIABLES = { RATE_LIMIT_REQUESTS: '100000000', SWEEP_INTERVAL_SECONDS: '3600' };

function readArguments(): { readonly folder: string; readonly count: number } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { documents: { type: 'string', default: '30' } },
  });
  const [folder, ...more] = positionals;
  const count = Number(values.documents);
  if (folder === undefined || more.length > 0 || !Number.isInteger(count) || count < 1) throw new CommandFailure(USAGE);
  return { folder, count };
}

async function main(): Promise<number> {
  const { folder, count } = readArguments();
  const progress = createProgress((line) => console.log(line));
  const work = await mkdtemp(join(tmpdir(), 'neocaptured-review-'));
  const platform = await startPlatform({
    stateFolder: join(work, 'state'),
    port: 0,
    host: '127.0.0.1',
    environment: { ...process.env, ...VARIABLES },
    progress,
    onLog: ({ level, message }) => void (level === 'error' && console.error(message)),
  });
  const { executablePath, variables } = await unpackChromium(work);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { ...process.env, ...variables },
  });
  try {
    const { address } = platform;
    const account = { email: `reviewer-${randomUUID()}@example.com`, password: `correct horse ${randomUUID()}` };
    const person = { first_name: 'Ada', last_name: 'Reviewer', organization_name: 'Review' };
    const registered = await expectApi(201, address, 'POST', '/auth/register', { json: { ...account, ...person } });
    const token = text(registered, 'access_token');
    const corpus = await loadCorpus(folder);
    const documents = await progress.step('documents', () => uploadForReview(address, token, corpus.documents, count));
    const context = await browser.newContext({ viewport: WINDOW, locale: 'en-US' });
    const page = await context.newPage();
    await useStepClock(page);
    await page.goto(`${address}/login`);
    await page.getByLabel('E-mail').fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.keyboard.press('Enter');
    await page.locator('a[href^="/documents/doc_"]').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.locator('[data-stop]').waitFor();
    const reviewed = await reviewAll({ address, token, page, documents, types: corpus.types }, (one) =>
      console.log(
        `  ${one.set}/${one.id}: ${one.stops} stops, ${one.keys} keys (${one.settled.join(', ')})${one.idle > 0 ? `, ${one.idle} without effect` : ''}${one.lost > 0 ? `, ${one.lost} not as entered` : ''}, next after ${Math.round(one.times.find(([step]) => step === 'approve')?.[1] ?? 0)} ms`,
      ),
    );
    const report = join(REPOSITORY, 'docs', 'performance.md');
    const section = tellReview(reviewed, new Date().toISOString().slice(0, 10));
    for (const line of section) console.log(line);
    await writeFile(report, withSection(await readFile(report, 'utf8'), section));
    return judgeReview(reviewed).every(({ met }) => met) ? 0 : 1;
  } finally {
    await browser.close();
    await platform.stop();
    await rm(work, { recursive: true, force: true });
  }
}

await runCommand(main);
process.exit();
