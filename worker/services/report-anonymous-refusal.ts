import { FURTHER_NETWORKS, type SecurityEventKind, UNKNOWN_NETWORK } from '#core/domain/security-events';
import { addressNetwork } from '#core/security/address-network';
import { BurstBook } from '#core/security/burst-book';
import { countAnonymousRefusals } from '#core/store/security-events';
import type { RequestContext } from './context.ts';

/** Recently refused kinds and networks, per isolate. */
const book = new BurstBook((name) => `${kindOf(name)}|${FURTHER_NETWORKS}`);

const kindOf = (name: string) => name.split('|', 1)[0] as SecurityEventKind;

/**
 * Counts a refused anonymous request for system administrators, after the response. Never stores the presented
 * credential, which may be a mistyped secret. Writes are batched per kind and network, and rows are limited per window.
 */
export function reportAnonymousRefusal(context: RequestContext, kind: SecurityEventKind): void {
  const { settings, now, defer } = context.dependencies;
  const network = context.ip === null ? UNKNOWN_NETWORK : addressNetwork(context.ip);
  const pauseMs = settings.SECURITY_EVENT_PAUSE_SECONDS * 1000;
  const step = book.note(`${kind}|${network}`, now(), pauseMs);
  if (step.kind === 'write') defer(write(context, step.name, step.count));
  if (step.kind === 'wait') defer(writeGathered(context, step.name, step.ms, pauseMs));
}

async function writeGathered(context: RequestContext, name: string, waitMs: number, pauseMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  const count = book.take(name, context.dependencies.now(), pauseMs);
  if (count > 0) await write(context, name, count);
}

function write({ dependencies, requestId, userAgent }: RequestContext, name: string, count: number): Promise<void> {
  const { control, settings, now } = dependencies;
  const kind = kindOf(name);
  return countAnonymousRefusals(
    control,
    { kind, network: name.slice(kind.length + 1), count, at: now(), requestId, userAgent },
    Math.max(1, settings.SECURITY_EVENT_WINDOW_SECONDS) * 1000,
    settings.SECURITY_EVENT_ROWS_PER_WINDOW,
  );
}
