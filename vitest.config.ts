import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { kCurrentWorker } from 'miniflare';
import { defineConfig } from 'vitest/config';
import { DEAD_LETTER_QUEUE, EXPORT_QUEUE, JOB_ATTEMPTS, JOB_QUEUE, WEBHOOK_QUEUE } from './core/domain/queues.ts';
import { cheapPasswords } from './tests/cheap-passwords.ts';
import { fixedSeed } from './tests/fixed-seed.ts';
import './scripts/list-languages.mjs';
import { MODULE_CACHE } from './tests/module-cache.ts';
import { SUITES } from './tests/suites.ts';
import { RECEIVER, receiveWebhook } from './tests/workers/webhook-receiver.ts';

/** Signs access tokens in the tests only; 32 bytes each. The second key is an older one that still verifies. */
const JWT_KEYS = JSON.stringify([
  { kid: 'test-2', secret: btoa('tests only, second key, 32 bytes') },
  { kid: 'test-1', secret: btoa('tests only, the older, 32 bytes!') },
]);

/** Only a hang reaches this: a busy machine may take many times as long as a quiet one. */
const HANGS_MS = 300_000;
const seed = Number(process.env['PROPERTY_SEED'] ?? 1);
const SLOW = process.env['TEST_SLOW'] === 'no' ? SUITES.slow : [];
const ELSEWHERE = ['node_modules/**', 'dist/**', '.state/**', '**/.wrangler/**', ...SLOW];

const NODE = {
  environment: 'node',
  maxWorkers: 2,
  testTimeout: HANGS_MS,
  hookTimeout: HANGS_MS,
} as const;

export default defineConfig({
  test: {
    experimental: { fsModuleCache: true, fsModuleCachePath: MODULE_CACHE },
    projects: [
      {
        plugins: [
          fixedSeed(seed),
          cheapPasswords(),
          cloudflareTest(async () => ({
            main: './tests/workers/composite.ts',
            remoteBindings: false,
            additionalExports: { EngineEntrypoint: 'WorkerEntrypoint' },
            miniflare: {
              compatibilityDate: '2026-08-01',
              compatibilityFlags: ['nodejs_compat'],
              bindings: {
                ENVIRONMENT: 'test',
                JWT_KEYS,
                SEALING_KEYS: JWT_KEYS,
                // A kind that is asked for nothing before the browser goes there.
                IDENTITY_PROVIDERS: JSON.stringify([
                  { id: 'github', kind: 'github', name: 'GitHub', client_id: 'tests', client_secret: 'tests only' },
                ]),
                PASSWORD_HASH_REST_MILLISECONDS: '0',
                // On a slow machine many hashes wait longer than the default, and would be answered with 503.
                PASSWORD_HASH_WAIT_MILLISECONDS: '600000',
                // One window for the whole run: a test must not fail because it crossed from one into the next.
                SIGN_IN_WINDOW_SECONDS: '3153600000',
                // Tests change rows behind the API's back: keys are asked for every time.
                API_KEY_CHECK_SECONDS: '0',
                API_KEY_USAGE_SECONDS: '0',
                // A slow machine must not turn a result at once into a 202, or a second refresh into a theft.
                SYNC_BUDGET_MILLISECONDS: '180000',
                REFRESH_GRACE_SECONDS: '300',
                SECURITY_EVENT_PAUSE_SECONDS: '0',
                // One retry soon, one later, then the end.
                WEBHOOK_RETRY_SECONDS: '1,2',
                TEST_FAULTS: process.env['TEST_FAULTS'] ?? 'sample',
                SECURITY_EVENT_WINDOW_SECONDS: '3153600000',
                // All files count into that window.
                SECURITY_EVENT_ROWS_PER_WINDOW: '100000',
                // Live sockets are checked when a test says so: a push that is missing must not be made up for.
                LIVE_CHECK_SECONDS: '300',
                TEST_MATRIX: process.env['TEST_MATRIX'] ?? 'sample',
                TEST_MIGRATIONS: await readD1Migrations('./migrations'),
              },
              modulesRules: [
                { type: 'CompiledWasm', include: ['**/*.wasm'] },
                { type: 'Data', include: ['**/*.traineddata.gz', '**/*.linemodel'] },
              ],
              d1Databases: { DB: 'neocaptured' },
              r2Buckets: { FILES: 'neocaptured-files' },
              queueProducers: {
                JOBS: { queueName: JOB_QUEUE },
                WEBHOOKS: { queueName: WEBHOOK_QUEUE },
                EXPORTS: { queueName: EXPORT_QUEUE },
              },
              queueConsumers: {
                [JOB_QUEUE]: {
                  maxBatchSize: 100,
                  maxBatchTimeout: 0,
                  maxRetries: JOB_ATTEMPTS - 1,
                  retryDelay: 1,
                  deadLetterQueue: DEAD_LETTER_QUEUE,
                },
                [EXPORT_QUEUE]: { maxBatchSize: 1, maxBatchTimeout: 0, maxRetries: 3 },
                [WEBHOOK_QUEUE]: { maxBatchSize: 100, maxBatchTimeout: 0, maxRetries: 3 },
                [DEAD_LETTER_QUEUE]: { maxBatchSize: 10, maxBatchTimeout: 0 },
              },
              durableObjects: { ORGANIZATIONS: { className: 'OrganizationObject', useSQLite: true } },
              serviceBindings: {
                ENGINE: { name: kCurrentWorker, entrypoint: 'EngineEntrypoint' },
                ASSETS: () => new Response('no web application in these tests', { status: 404 }),
              },
              // Nothing here talks to the world: whatever tries anything but the receiver of the tests fails loudly.
              outboundService: (request: Parameters<typeof receiveWebhook>[0]) => {
                if (request.url.startsWith(`${RECEIVER}/`)) return receiveWebhook(request);
                throw new Error(`a test tried to reach ${request.url}`);
              },
            },
          })),
        ],
        test: {
          name: 'workers',
          include: [...SUITES.workers],
          exclude: ELSEWHERE,
          setupFiles: ['./tests/workers/apply-migrations.ts'],
          // One workerd for all files: eight times faster. Storage is shared, so each test mints its own organization.
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
      {
        plugins: [fixedSeed(seed)],
        test: {
          ...NODE,
          name: 'node',
          include: [...SUITES.node],
          exclude: [...ELSEWHERE, ...SUITES.workers, ...SUITES.pure],
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [fixedSeed(seed)],
        test: {
          ...NODE,
          name: 'node-pure',
          include: [...SUITES.pure],
          exclude: ELSEWHERE,
          // One instance of the engine for all files: loading it takes longer than most tests. It keeps no state.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
