import { API_ERROR_CODES, DOCUMENT_ERROR_CODES, type ErrorCode } from '#core/domain/error-codes';
import { SETTINGS } from '#core/platform/settings';
import { ERROR_MEANINGS } from '../../web/src/pages/api-reference/error-meanings.data.ts';
import { statusOf } from '../../worker/http/problem.ts';
import { templatesPage } from './templates-page.ts';

const GENERATED = 'Written by `npm run docs`; a test compares it with the code.';

/** The pages of docs/ that are made from tables of the code, by path. */
export function generatedPages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/errors.md', errorsPage()],
    ['docs/configuration.md', configurationPage()],
    ['docs/templates.md', templatesPage(GENERATED)],
  ]);
}

function errorsPage(): string {
  const row = (code: ErrorCode): string => `| \`${code}\` | ${statusOf(code)} | ${ERROR_MEANINGS[code]} |`;
  const table = (codes: readonly ErrorCode[]): readonly string[] => [
    '| code | status | meaning |',
    '| --- | --- | --- |',
    ...codes.map(row),
  ];
  return `${[
    '# Errors',
    '',
    `${GENERATED} Every failure is \`application/problem+json\` (RFC 9457) with a stable \`code\`; programs decide by it, never by the words.`,
    'The `request_id` stands in the log line too. The application shows this list at `/docs/errors`.',
    '',
    '## Answers of the API',
    '',
    ...table(API_ERROR_CODES),
    '',
    '## Why a document failed',
    '',
    'In `error.code` of the document; as an answer only from calls that need the document read, with this status.',
    '',
    ...table(DOCUMENT_ERROR_CODES),
  ].join('\n')}\n`;
}

function configurationPage(): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, { default: value, meaning }]) => `| \`${name}\` | ${value} | ${meaning} |`,
  );
  return `${[
    '# Configuration',
    '',
    `${GENERATED} All values are whole numbers. On this machine set them in the environment of \`npm start\`, which passes them to both`,
    'Workers; deployed, set them under `[vars]` in both toml files. A value that is no whole number is refused.',
    '',
    '| variable | default | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '## Beside the settings',
    '',
    '| variable | meaning |',
    '| --- | --- |',
    '| `ENVIRONMENT` | `development`, `test` or `production`. In production there is no demo account. |',
    '| `PUBLIC_URL` | The address people reach this deployment at, such as `https://app.example.com`; links in mails begin with it. Without it a production deployment sends none. `npm start` sets it to its own address. |',
    '| `JWT_KEYS` | Secret. `[{"kid": "…", "secret": "…"}]`: base64url, at least 32 bytes each. The first signs, all verify. `npm start` makes one per state folder. |',
  ].join('\n')}\n`;
}
