import { API_ERROR_CODES, DOCUMENT_ERROR_CODES, type ErrorCode } from '#core/domain/error-codes';
import { GRANT_OBJECTS, GRANTABLE } from '#core/domain/grants';
import { PERMISSIONS, type Permission } from '#core/domain/permissions';
import { DEFAULT_PLAN_LIMITS, PLAN_BOUNDS, PLANS } from '#core/domain/plans';
import { BUILT_IN_ROLES, permissionsOfRole, ROLE_PURPOSES } from '#core/domain/roles';
import { permissionsOfWorkspaceRole, WORKSPACE_ROLES } from '#core/domain/workspaces';
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
    ['docs/permissions.md', permissionsPage()],
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
    '| `SYSTEM_ADMINISTRATORS` | E-mail addresses, separated by commas, whose holders become system administrators once they confirmed them; a session opened after that acts as one. |',
    '| `MAIL_FROM` | Sender of all mails, such as `NeoCaptured <no-reply@example.com>`; needed with either of the next two. |',
    '| `EMAIL` | The platform’s mail binding (`send_email`). |',
    '| `SMTP_URL` | Secret. A mail server, such as `smtps://user:password@mail.example.com`; see docs/administration.md. |',
    '| `JWT_KEYS` | Secret. `[{"kid": "…", "secret": "…"}]`: base64url, at least 32 bytes each. The first signs, all verify. `npm start` makes one per state folder. |',
    '| `SEALING_KEYS` | Secret, same form. Seals what must be read again, such as the secrets of authenticator apps. The first seals, all open: keep old ones. |',
    '| `PLAN_LIMITS` | JSON: what the plans allow, where it differs from the table below, such as `{"starter": {"members": 5}}`. |',
    '| `REGISTRATION_MODE` | `open` (default), `approval` (accounts wait for a system administrator) or `closed`. Invitations always work. |',
    '| `EMAIL_VERIFICATION` | `optional` (default) or `required`: no sign-in before the address is confirmed. |',
    '| `BREACH_LOOKUP_URL` | Begin of a range lookup for leaked passwords, such as `https://api.pwnedpasswords.com/range/`. Five characters of a hash are told. Without it nobody is asked. |',
    '',
    '## What a plan allows',
    '',
    'Refused beyond with `plan_limit_reached`. What there is already stays when a plan becomes smaller.',
    '',
    `| bound | ${PLANS.join(' | ')} | counted are |`,
    `| --- |${' --- |'.repeat(PLANS.length)} --- |`,
    ...Object.entries(PLAN_BOUNDS).map(
      ([bound, counted]) => `| \`${bound}\` | ${planLimits(bound).join(' | ')} | ${counted} |`,
    ),
  ].join('\n')}\n`;
}

const planLimits = (bound: string): readonly number[] =>
  PLANS.flatMap((plan) =>
    Object.entries(DEFAULT_PLAN_LIMITS[plan]).flatMap(([name, most]) => (name === bound ? [most] : [])),
  );

function permissionsPage(): string {
  const names = (list: readonly Permission[]) => list.map((name) => `\`${name}\``).join(', ');
  const mark = (list: readonly Permission[], name: Permission) => (list.includes(name) ? '✓' : '');
  return `${[
    '# Permissions',
    '',
    `${GENERATED} Roles of an organization's own are made of the same permissions. Nobody grants what they do not hold: not by a role, an`,
    'invitation, an API key, a grant or a role in a workspace. Every refusal to a known caller stands in the audit list.',
    '',
    '## Roles in the organization',
    '',
    '| role | for |',
    '| --- | --- |',
    ...BUILT_IN_ROLES.map((role) => `| ${role} | ${ROLE_PURPOSES[role]} |`),
    '',
    `| permission | ${BUILT_IN_ROLES.join(' | ')} |`,
    `| --- |${' :-: |'.repeat(BUILT_IN_ROLES.length)}`,
    ...PERMISSIONS.map(
      (name) => `| \`${name}\` | ${BUILT_IN_ROLES.map((role) => mark(permissionsOfRole(role), name)).join(' | ')} |`,
    ),
    '',
    '## Workspaces',
    '',
    '- No workspace, or an **open** one: the role in the organization counts; a role in the workspace adds to it there.',
    '- A **restricted** one: only the role in the workspace counts. Who holds `members.manage` keeps the role in the organization,',
    '  because they could add themselves. For everybody else the workspace and its documents are not there.',
    '- A key bound to a workspace reaches that one and nothing organization-wide. No key does more than its creator may do today.',
    '- An archived workspace keeps its documents and takes no new ones.',
    '',
    '| role in a workspace | grants there |',
    '| --- | --- |',
    ...WORKSPACE_ROLES.map((role) => `| ${role} | ${names(permissionsOfWorkspaceRole(role))} |`),
    '',
    '## Grants on single objects',
    '',
    'To a member, everybody with a role, or everybody in a workspace; with an end if wished. Who grants holds `workspaces.manage`',
    'where the object lies, and on the object whatever they grant.',
    '',
    '| object | what can be granted |',
    '| --- | --- |',
    ...GRANT_OBJECTS.map((kind) => `| ${kind} | ${names(GRANTABLE[kind])} |`),
  ].join('\n')}\n`;
}
