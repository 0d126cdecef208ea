import { FURTHER_NETWORKS, type SecurityEventKind, UNKNOWN_NETWORK } from '#core/domain/security-events';
import { addressNetwork } from '#core/security/address-network';
import { BurstBook } from '#core/security/burst-book';
import { countStrangerRefusals } from '#core/store/security-events';
import type { RequestContext } from './context.ts';

/** One per isolate: kinds and networks that were refused a moment ago. */
const book = new BurstBook((name) => `${kindOf(name)}|${FURTHER_NETWORKS}`);

const kindOf = (name: string) => name.split('|', 1)[0] as SecurityEventKind;

/**
 * Counts, after the answer, that somebody nobody knows was refused; system administrators read it. Never tells what
 * was presented: it may be a secret that somebody mistyped. A burst is few writes, a flood of networks few rows.
 */
export function tellStranger(context: RequestContext, kind: SecurityEventKind): void {
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
  return countStrangerRefusals(
    control,
    { kind, network: name.slice(kind.length + 1), count, at: now(), requestId, userAgent },
    Math.max(1, settings.SECURITY_EVENT_WINDOW_SECONDS) * 1000,
    settings.SECURITY_EVENT_ROWS_PER_WINDOW,
  );
}
