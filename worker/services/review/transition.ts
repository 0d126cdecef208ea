import type { DocumentView } from '#core/contract/documents';
import type { AuditAction } from '#core/domain/audit-actions';
import type { DocumentStatus } from '#core/domain/document-status';
import type { JobId } from '#core/domain/id';
import type { Permission } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { changeDocuments, type DocumentColumns, type NewRun } from '#core/store/change-documents';
import type { DocumentRow } from '#core/store/documents';
import { findDocuments } from '#core/store/find-documents';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireOnDocument } from '../documents/find.ts';
import { documentNotFound, documentView } from '../documents/view.ts';
import { withAnswer } from '../repeat-safely.ts';
import { wakeDeliveries } from '../webhooks/wake.ts';
import { announceDocument } from './announce.ts';
import { refuseLocked } from './lock-holder.ts';

/** One decision about documents: what it needs and what it changes. */
export interface Transition {
  readonly permission: Permission;
  /** Statuses it is possible in. */
  readonly from: readonly DocumentStatus[];
  /** Whether it applies to deleted documents; all others apply to those that are not. */
  readonly deleted?: boolean;
  /** Whether a lock of another person refuses it. */
  readonly respectsLock?: boolean;
  readonly version?: number | undefined;
  readonly cancelsRuns?: boolean;
  /** Whether an export of the document refuses it. */
  readonly notExported?: boolean;
  /** @throws AppError for a document that it is not possible on */
  plan(row: DocumentRow): PlannedChange;
}

export interface PlannedChange {
  readonly action: AuditAction;
  readonly set: DocumentColumns;
  /** Values for the audit event beside the columns that lists show. */
  readonly details?: Readonly<Record<string, string | number | null>>;
  readonly run?: NewRun;
}

/** A document or why it was left as it is. */
export type Outcome = DocumentView | AppError;

/** Attempts on documents that change meanwhile; a heartbeat or an assignment is no reason to refuse. */
const ATTEMPTS = 3;

/** The decision on one document. @throws AppError `not_found`, `forbidden`, `invalid_state`, `locked`, `version_conflict`, `conflict` */
export async function decide(context: SignedInContext, id: string, transition: Transition): Promise<DocumentView> {
  const outcome = (await decideAll(context, [id], transition, true)).get(id) ?? documentNotFound();
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

/** The decision on each of the documents; one that is refused keeps no other. @throws AppError `forbidden` */
export async function decideAll(
  context: SignedInContext,
  ids: readonly string[],
  transition: Transition,
  keepsAnswer = false,
): Promise<ReadonlyMap<string, Outcome>> {
  requireSomewhere(context, transition.permission);
  const outcomes = new Map<string, Outcome>();
  let open: readonly string[] = [...new Set(ids)];
  for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt++) {
    const rows = await findDocuments(tenantOf(context), context.caller.organizationId, open);
    const byId = new Map<string, DocumentRow>(rows.map((row) => [row.id, row]));
    const planned: Planned[] = [];
    for (const id of open) {
      const plan = planOf(context, byId.get(id) ?? null, transition);
      if (plan instanceof AppError) outcomes.set(id, plan);
      else planned.push(plan);
    }
    const changed = new Map<string, DocumentView>();
    for (const group of groupsOf(planned))
      for (const [id, view] of await changeGroup(context, group, transition, keepsAnswer)) changed.set(id, view);
    for (const [id, view] of changed) outcomes.set(id, view);
    open = planned.map(({ row }) => row.id).filter((id) => !changed.has(id));
  }
  for (const id of open) outcomes.set(id, unchanged(transition));
  return outcomes;
}

interface Planned extends PlannedChange {
  readonly row: DocumentRow;
}

function planOf(context: SignedInContext, row: DocumentRow | null, transition: Transition): Planned | AppError {
  try {
    const visible = requireOnDocument(context, row, transition.permission);
    if ((visible.deletedAt !== null) !== (transition.deleted ?? false)) throw documentNotFound();
    if (!transition.from.includes(visible.status)) throw wrongState(visible.status, transition.from);
    if (transition.respectsLock) refuseLocked(context, visible);
    return { row: visible, ...transition.plan(visible) };
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

export const wrongState = (status: DocumentStatus, allowed: readonly DocumentStatus[]): AppError =>
  new AppError('invalid_state', `The document is ${words(status)}. This needs a document that is ${list(allowed)}.`);

const words = (status: DocumentStatus) => status.replace('_', ' ');
const list = (statuses: readonly DocumentStatus[]) =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(statuses.map(words));

const unchanged = ({ version }: Transition): AppError =>
  version === undefined
    ? new AppError('conflict', 'The document keeps changing. Reload and try again.')
    : new AppError('version_conflict', 'The result was changed since it was read. Reload and try again.');

/** Documents whose columns change alike are changed by one batch. */
function groupsOf(planned: readonly Planned[]): readonly (readonly Planned[])[] {
  const groups = new Map<string, Planned[]>();
  for (const plan of planned) {
    const key = JSON.stringify([plan.action, plan.set]);
    groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  return [...groups.values()];
}

async function changeGroup(
  context: SignedInContext,
  group: readonly Planned[],
  transition: Transition,
  keepsAnswer: boolean,
): Promise<ReadonlyMap<string, DocumentView>> {
  const { caller, dependencies } = context;
  const { set = {} } = group[0] ?? {};
  const at = Math.max(dependencies.now(), ...group.map(({ row }) => row.updatedAt + 1));
  const views = new Map(group.map(({ row, run }) => [row.id as string, viewAfter(row, set, run?.jobId, at)]));
  const events = group.map((plan) => eventOf(context, plan));
  const [first] = group;
  const answered =
    keepsAnswer && events[0] && first
      ? [await withAnswer(context, events[0], { document: views.get(first.row.id) })]
      : events;
  const runs = group.flatMap(({ run }) => (run ? [run] : []));
  const changed = await changeDocuments(tenantOf(context), caller.organizationId, {
    rows: group.map(({ row }) => row),
    set,
    events: answered,
    at,
    unlockedFor: transition.respectsLock ? (caller.kind === 'user' ? caller.userId : null) : undefined,
    version: transition.version,
    notExported: transition.notExported,
    cancelRuns: transition.cancelsRuns,
    ...(runs.length > 0 && { runs, sweepAt: at + dependencies.settings.SWEEP_AGE_SECONDS * 1000 }),
  });
  const made = new Map([...views].filter(([id]) => changed.has(id)));
  for (const { row } of group) {
    const view = made.get(row.id);
    if (view) announceDocument(context, view);
  }
  if (set.status !== undefined || set.deletedAt !== undefined) wakeDeliveries(context);
  return made;
}

const viewAfter = (row: DocumentRow, set: DocumentColumns, jobId: JobId | undefined, at: number): DocumentView =>
  documentView({ ...row, ...set, currentJobId: jobId ?? row.currentJobId, updatedAt: at });

function eventOf(context: SignedInContext, { row, action, set, details }: Planned) {
  const target = { kind: 'document', id: row.id };
  const names = Object.keys(details ?? {});
  const before = { status: row.status, ...Object.fromEntries(names.map((name) => [name, null])) };
  return auditOf(context, action, target, before, { status: set.status ?? row.status, ...details });
}
