import { API_ERROR_CODES, DOCUMENT_ERROR_CODES, type ErrorCode } from '#core/domain/error-codes';
import { GRANT_OBJECTS, GRANTABLE } from '#core/domain/grants';
import { PERMISSIONS, type Permission } from '#core/domain/permissions';
import { DEFAULT_PLAN_LIMITS, PLAN_BOUNDS, PLANS } from '#core/domain/plans';
import { BUILT_IN_ROLES, permissionsOfRole, ROLE_PURPOSES } from '#core/domain/roles';
import { permissionsOfWorkspaceRole, WORKSPACE_ROLES } from '#core/domain/workspaces';
import { highestValue, SETTINGS, type SettingName } from '#core/platform/settings';
import { OTHER_VARIABLES } from '#core/platform/variables';
import { ERROR_MEANINGS } from '../../web/src/pages/api-reference/error-meanings.data.ts';
import { statusOf } from '../../worker/http/problem.ts';
import { templatesPage } from './templates-page.ts';

const GENERATED = 'Written by `npm run docs`; a test compares it with the code.';

/** The pages of docs/ that are generated from tables in the code, by path. */
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
  const names = Object.keys(SETTINGS) as SettingName[];
  const rows = names.map((name) => {
    const { default: value, meaning } = SETTINGS[name];
    return `| \`${name}\` | ${value} | ${highestValue(name)} | ${meaning} |`;
  });
  return `${[
    '# Configuration',
    '',
    `${GENERATED} Settings are whole numbers from 0 up to the highest value listed. On this machine set them in the environment of`,
    '`npm start`, which passes them to both Workers; in a deployment set them under `[vars]` in both toml files.',
    '',
    'A Worker does not serve with a configuration it cannot read: a malformed or excessive value, a weak key, or a variable it does not',
    'know. Every request is then answered 503 `misconfigured`, naming the variable but never its value, and the log has the same line.',
    '`npm start` refuses to start with that line.',
    '',
    '| variable | default | highest | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '## Beside the settings',
    '',
    '| variable | meaning |',
    '| --- | --- |',
    ...Object.entries(OTHER_VARIABLES).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`),
    '',
    'On this machine also: `TRUSTED_PROXIES`, networks separated by commas whose `X-Forwarded-For` the local server believes, such as',
    '`127.0.0.1` for a proxy beside it. Of everybody else it takes the address of the connection, whatever headers say. A deployment takes',
    'the address Cloudflare’s edge names.',
    '',
    'Optional bindings of `api`: `EMAIL`, the platform’s mail binding (`send_email`).',
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
    'invitation, an API key, a grant or a role in a workspace. Every refusal to a known caller stands in the audit log.',
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
