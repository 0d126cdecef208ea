import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SECURITY_EVENT_KINDS } from '#core/domain/security-events';

/** The table of attacks in docs/security.md is complete, and the tests it names exist. */

const ATTACKS = [
  'algorithm confusion',
  'token without a signature (`none`)',
  'wrong issuer or audience',
  'refresh token used again',
  'refresh race of eight',
  'session fixation',
  'reset link to another host',
  'enumeration by status and body',
  'enumeration by time',
  'enumeration by work before the answer',
  'password guesses at once',
  'second-factor guesses at once',
  'recovery-code guesses at once',
  'guesses at once in a borrowed session',
  'made-up links at once',
  'pre-hijacking, ended by a reset',
  'pre-hijacking, ended by a provider',
  'confirmation clicked by a stranger',
  "registering an administrator's address",
  'administration by an older session',
  'access added before the first proof, removed without notice',
  'change finished after its session was revoked',
  'change finished after its API key was revoked',
  'linking in a borrowed session',
  'reset link after a changed password',
  'one code for several changes',
  'TOTP replay',
  'TOTP brute force',
  'recovery code twice',
  'passkey of another origin',
  'passkey of another person',
  'provider: made-up or spent state',
  'provider: another browser (login CSRF)',
  'provider: PKCE and nonce',
  'provider: mix-up',
  'linking by an unproved address',
  'forged proxy headers',
  'forged client address at the local server',
  'forged hops behind a trusted proxy',
  'DNS rebinding to the development outbox',
  'deployment by a misspelt `ENVIRONMENT`',
  'weak or malformed keys',
  'live socket after its credential ended',
  'live socket after a lost push',
  'remembered session with another subject',
  'bound key that frees itself',
  'bound key that makes a free one',
  'passkey with an unusable key',
  'silent change of the ways into an account',
  'ID token of another client',
  'ID token without a subject',
  'reset mails used up by a stranger',
  'SSRF by address',
  'SSRF by a name that resolves to a private address',
  'key outside its networks',
  'escalation by editing a role',
  'escalation by invitation',
];

const page = readFileSync('docs/security.md', 'utf8');
const [, section = ''] = page.split('## Attacks and the tests that try them\n');
const rows = [...section.matchAll(/^\| (.+?) \| (.+?) \| `(.+?)`: (.+?) \|$/gm)].map(
  ([, attack = '', told = '', file = '', title = '']) => ({ attack, told, file, title }),
);

test('every attack is in the index, once, with where it is told', () => {
  expect(rows.map(({ attack }) => attack).toSorted()).toEqual(ATTACKS.toSorted());
  const kinds = Object.keys(SECURITY_EVENT_KINDS).map((kind) => `\`${kind}\``);
  for (const { attack, told } of rows) {
    for (const each of told.split(', '))
      expect([attack, 'audit log', 'log', 'shown to nobody', ...kinds]).toContain(each);
  }
});

test.each(rows.map((row) => [row.attack, row] as const))('the test of %s exists', (_attack, { file, title }) => {
  const tests = readFileSync(file, 'utf8');
  // The title of a test, or the name of a row in its table of attacks.
  const stands = [`'${title}'`, `"${title}"`, `'${title}':`, `${title}:`].some((each) => tests.includes(each));
  expect(stands, `${file} has no test "${title}"`).toBe(true);
});

test('what strangers are counted for stands in the page', () => {
  for (const kind of Object.keys(SECURITY_EVENT_KINDS)) expect(page).toContain(`\`${kind}\``);
});
