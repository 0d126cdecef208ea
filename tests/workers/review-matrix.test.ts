import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { DOCUMENT_STATUSES, type DocumentStatus } from '#core/domain/document-status';
import { isPermission, PERMISSIONS, type Permission } from '#core/domain/permissions';
import { BUILT_IN_ROLES, type BuiltInRole, permissionsOfRole } from '#core/domain/roles';
import { type Answer, call } from '#core/testing/call';
import { accepted, untilTerminal } from '#core/testing/documents';
import { addMember } from '#core/testing/members';
import { type Owner, signUp } from '#core/testing/sign-up';
import { fillPath, type Operation, operations } from './operations.ts';

/** Every change of a document × every status × every built-in role. */

const FINISHED: readonly DocumentStatus[] = ['completed', 'needs_review', 'failed', 'approved', 'rejected'];
const RUNNING: readonly DocumentStatus[] = ['received', 'queued', 'processing'];
const REVIEWABLE: readonly DocumentStatus[] = ['completed', 'needs_review'];

interface Change {
  readonly possible: readonly DocumentStatus[];
  readonly json?: (owner: Owner) => unknown;
  /** What makes it possible beside the status. */
  readonly columns?: Readonly<Record<string, string | number | null>>;
  /** A second permission, for where the document goes. */
  readonly also?: Permission;
  /** How a status in which it is not possible is refused, other than by `invalid_state`. */
  readonly refused?: string;
}

const CHANGES: Readonly<Record<string, Change>> = {
  approveDocument: { possible: REVIEWABLE, json: () => ({}) },
  rejectDocument: { possible: REVIEWABLE, json: () => ({ reason: 'Not ours' }) },
  reopenDocument: { possible: ['approved', 'rejected'] },
  reprocessDocument: { possible: FINISHED, json: () => ({ keep_confirmed: true }) },
  cancelDocument: { possible: RUNNING },
  assignDocument: { possible: DOCUMENT_STATUSES, json: ({ userId }) => ({ user_id: userId }) },
  postponeDocument: {
    possible: [...REVIEWABLE, 'failed'],
    json: () => ({ until: new Date(Date.now() + 3_600_000).toISOString() }),
  },
  lockDocument: { possible: FINISHED, json: () => ({}) },
  unlockDocument: { possible: DOCUMENT_STATUSES },
  deleteDocument: { possible: DOCUMENT_STATUSES },
  restoreDocument: { possible: DOCUMENT_STATUSES, columns: { deleted_at: Date.now() } },
  // Nobody has decided anything: `review-life.test.ts` and `corrections.test.ts` undo what somebody did.
  undoReview: { possible: [] },
  addComment: { possible: DOCUMENT_STATUSES, json: () => ({ text: 'Who ordered this?' }) },
  correctResult: { possible: REVIEWABLE, json: () => ({ fields: { payment_terms: { value: '30 days' } } }) },
  moveDocument: {
    possible: FINISHED,
    refused: 'not_ready',
    also: 'documents.create',
    json: () => ({ workspace_id: null }),
  },
};

/** Permissions of capabilities that no operation has yet. */
const WITHOUT_OPERATION: readonly Permission[] = [
  'batches.read',
  'batches.manage',
  'records.read',
  'records.manage',
  'billing.read',
  'billing.manage',
  'analytics.read',
  'privacy.manage',
];

const isChange = ({ method, path }: Operation) =>
  method !== 'get' && path.startsWith('/api/v1/documents/{id}') && !path.includes('/exports');
const changes = operations.filter(isChange);

async function documentIn(owner: Owner, status: DocumentStatus, columns: Change['columns'] = {}): Promise<string> {
  const { document } = await accepted(owner.accessToken);
  await untilTerminal(owner.accessToken, document.id);
  const set = Object.entries({ ...columns, status });
  await env.DB.prepare(
    `UPDATE documents SET ${set.map(([name]) => `${name} = ?`).join(', ')}, updated_at = updated_at + 1 WHERE id = ?`,
  )
    .bind(...set.map(([, value]) => value), document.id)
    .run();
  return document.id;
}

const outcomeOf = ({ status, json }: Answer): unknown => (status < 300 ? 'done' : Object(json).code);

test('every change of a document is in the table', () => {
  expect(changes.map(({ id }) => id).toSorted()).toEqual(Object.keys(CHANGES).toSorted());
});

test('every permission is demanded by an operation, except those of later capabilities', () => {
  const demanded = new Set(operations.map(({ permission }) => permission));
  expect(PERMISSIONS.filter((name) => !demanded.has(name))).toEqual(WITHOUT_OPERATION);
});

test.each(changes.map((operation) => [operation.id, operation] as const))(
  '%s is done in its statuses by the roles that may, and refused otherwise',
  async (id, operation) => {
    const change = CHANGES[id];
    const { permission } = operation;
    if (!change || typeof permission !== 'string' || !isPermission(permission)) throw new Error(`${id} is not listed`);
    const owner = await signUp();
    const members = new Map<BuiltInRole, Owner>();
    for (const role of BUILT_IN_ROLES) members.set(role, role === 'owner' ? owner : await addMember(owner, role));
    const got: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const status of DOCUMENT_STATUSES) {
      let document: string | null = null;
      for (const [role, member] of members) {
        document ??= await documentIn(owner, status, change.columns);
        const json = change.json?.(member);
        const answer = await call(operation.method.toUpperCase(), fillPath(operation.path, { id: document }), {
          token: member.accessToken,
          ...(json !== undefined && { json }),
        });
        const may = [permission, change.also ?? permission].every((name) => permissionsOfRole(role).includes(name));
        const name = `${status}, ${role}`;
        got[name] = outcomeOf(answer);
        wanted[name] = may
          ? change.possible.includes(status)
            ? 'done'
            : (change.refused ?? 'invalid_state')
          : 'forbidden';
        // What was refused left the document as it was.
        if (answer.status < 300) document = null;
      }
    }
    expect(got).toEqual(wanted);
  },
);
