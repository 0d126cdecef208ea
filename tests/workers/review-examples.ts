import { env } from 'cloudflare:workers';
import { ruleSchema } from '#core/contract/rules';
import { call } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import type { Owner } from '#core/testing/sign-up';
import type { Prepare } from './example.ts';

const DAY_MS = 86_400_000;

/** A processed document, after some decisions about it. */
const afterDecisions =
  (status: number, json?: unknown, ...before: readonly (readonly [action: string, body?: unknown])[]): Prepare =>
  async (owner) => {
    const id = await processed(owner);
    for (const [action, body] of before) {
      const method = action === '' ? 'DELETE' : 'POST';
      const path = `/api/v1/documents/${id}${action === '' ? '' : `/${action}`}`;
      const answer = await call(method, path, { token: owner.accessToken, ...(body !== undefined && { json: body }) });
      if (answer.status !== 200) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    }
    return { params: { id }, ...(json !== undefined && { json }), status };
  };

async function processed(owner: Owner): Promise<string> {
  const { document } = await accepted(owner.accessToken, uploadForm());
  await untilTerminal(owner.accessToken, document.id);
  return document.id;
}

async function awaitingReview(owner: Owner): Promise<void> {
  const id = await processed(owner);
  await env.DB.prepare("UPDATE documents SET status = 'needs_review', updated_at = updated_at + 1 WHERE id = ?")
    .bind(id)
    .run();
}

/** Puts a processed document back to where its run waits: processing may be faster than any request. */
export async function queueAgain(documentId: string): Promise<void> {
  await env.DB.batch([
    env.DB.prepare("UPDATE documents SET status = 'queued', updated_at = updated_at + 1 WHERE id = ?").bind(documentId),
    env.DB.prepare("UPDATE jobs SET status = 'queued' WHERE document_id = ?").bind(documentId),
  ]);
}

const tomorrow = () => new Date(Date.now() + DAY_MS).toISOString();

const RULE = {
  name: 'Large orders',
  definition: { kind: 'approval_above', amount: '1000', message: 'Orders above 1,000 need an approval.' },
};

const ofRule =
  (status: number, json?: unknown): Prepare =>
  async (owner) => {
    const made = await call('POST', '/api/v1/rules', { token: owner.accessToken, json: RULE });
    return { params: { id: ruleSchema.parse(made.json).id }, ...(json !== undefined && { json }), status };
  };

/** Examples of the operations of review; see operation-examples.ts. */
export const REVIEW_EXAMPLES: Readonly<Record<string, Prepare>> = {
  approveDocument: afterDecisions(200, {}),
  rejectDocument: afterDecisions(200, { reason: 'Not ours' }),
  reopenDocument: afterDecisions(200, undefined, ['approve']),
  reprocessDocument: afterDecisions(200, { keep_confirmed: true }),
  cancelDocument: async (owner) => {
    const id = await processed(owner);
    await queueAgain(id);
    return { params: { id }, status: 200 };
  },
  assignDocument: async (owner) => afterDecisions(200, { user_id: owner.userId })(owner),
  postponeDocument: async (owner) => afterDecisions(200, { until: tomorrow() })(owner),
  lockDocument: afterDecisions(200, {}),
  unlockDocument: afterDecisions(200, undefined, ['lock']),
  deleteDocument: afterDecisions(200),
  restoreDocument: afterDecisions(200, undefined, ['']),
  undoReview: afterDecisions(200, undefined, ['approve']),
  addComment: afterDecisions(201, { text: 'Who ordered this?' }),
  listComments: afterDecisions(200),
  decideOnDocuments: async (owner) => ({ json: { action: 'approve', ids: [await processed(owner)] }, status: 200 }),
  showReviewQueue: async () => ({ status: 200 }),
  nextReview: async (owner) => {
    await awaitingReview(owner);
    return { json: {}, status: 200 };
  },
  showReviewPolicy: async () => ({ status: 200 }),
  listRules: async () => ({ status: 200 }),
  createRule: async () => ({ json: RULE, status: 201 }),
  getRule: ofRule(200),
  replaceRule: ofRule(200, { ...RULE, name: 'Very large orders' }),
  switchRule: ofRule(200, { active: false }),
  archiveRule: ofRule(204),
  tryRule: async (owner) => {
    await processed(owner);
    return { json: { definition: RULE.definition }, status: 200 };
  },
  changeReviewPolicy: async () => ({
    json: { undo_minutes: 20, two_person: 'never', two_person_amount: '0', grace_days: 30, duplicates: 'flag' },
    status: 200,
  }),
};
