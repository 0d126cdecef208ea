import { DurableObject } from 'cloudflare:workers';
import { connectControl, connectTenant } from '../db/connect.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { LiveMessage } from '../domain/live.ts';
import { newId } from '../platform/ids.ts';
import { createLogger } from '../platform/log.ts';
import { readSettings } from '../platform/settings.ts';
import { type AnchorStore, type AuditAnchors, purgeEvents, sealEvents } from './audit-keeper.ts';
import { checkWatchers } from './check-watchers.ts';
import { Gatherer } from './gatherer.ts';
import type { AllowanceBlock, LiveHolder, OrganizationService } from './interface.ts';
import { grantBlock, type RatePolicy, type RateState } from './rate-limit.ts';
import { hearsOf, WATCHER_HEADER, type Watcher } from './watcher.ts';

const RATE_KEY = 'rate';
/** Close code of the private range (RFC 6455 §7.4.2): the holder's access has changed. */
const REACH_CHANGED = 4001;
/** RFC 6455 registry: the server is temporarily unavailable. */
const TRY_AGAIN_LATER = 1013;
/** Consecutive failed checks, for example during a database outage, after which all sockets are closed. */
const MAX_FAILED_CHECKS = 3;
/**
 * Delay before sealing, to collect events: a busy organization is sealed five times a second rather than once per
 * request.
 */
const SEAL_PAUSE_MS = 200;

/**
 * One Durable Object per organization. Contains only wiring; decisions are made in the pure modules beside it. Holds no
 * important state only in memory (eviction has no shutdown hook) and cannot read another organization's data because it
 * knows no other id.
 */
export class OrganizationObject extends DurableObject<{ readonly DB: D1Database }> implements OrganizationService {
  private rate: RateState | undefined;
  private loaded = false;
  private failedChecks = 0;
  /** Sealers by the binding name of their database. */
  private readonly sealers = new Map<string, Gatherer>();

  async takeAllowance(policy: RatePolicy, now: number): Promise<AllowanceBlock> {
    if (!this.loaded) {
      this.rate = await this.ctx.storage.get<RateState>(RATE_KEY);
      this.loaded = true;
    }
    const grant = grantBlock(this.rate, policy, now);
    if (grant.granted > 0) {
      this.rate = grant.state;
      // Not awaited: the count is already in memory, and losing the last write in a crash only allows that block again.
      void this.ctx.storage.put(RATE_KEY, grant.state, { allowUnconfirmed: true });
    }
    return { granted: grant.granted, remaining: grant.remaining, resetAt: grant.resetAt };
  }

  async publish(message: LiveMessage, workspaceId: string | null | undefined): Promise<void> {
    const text = JSON.stringify(message);
    for (const socket of this.ctx.getWebSockets()) {
      const watcher = watcherOf(socket);
      if (watcher && hearsOf(watcher, message.document_id, workspaceId)) sendHint(socket, text);
    }
  }

  async disconnect(holders?: readonly LiveHolder[]): Promise<void> {
    const sockets = holders?.flatMap((holder) => this.ctx.getWebSockets(holder)) ?? this.ctx.getWebSockets();
    for (const socket of sockets) socket.close(REACH_CHANGED, 'connect again');
  }

  /**
   * While sockets are open, checks every credential against the database every LIVE_CHECK_SECONDS, so that sockets are
   * closed even if a `disconnect` call was lost or the credential simply expired.
   */
  override async alarm(): Promise<void> {
    if (this.openSockets().length === 0) return;
    try {
      await this.closeEnded();
      this.failedChecks = 0;
    } catch (error) {
      this.failedChecks += 1;
      createLogger({}).error('live sockets could not be checked', error, { failed_checks: this.failedChecks });
      // Credentials that cannot be checked must not keep receiving. Clients that still have access reconnect.
      if (this.failedChecks >= MAX_FAILED_CHECKS)
        for (const socket of this.openSockets()) socket.close(TRY_AGAIN_LATER, 'connect again');
    }
    if (this.openSockets().length > 0) await this.ctx.storage.setAlarm(Date.now() + this.checkEveryMs());
  }

  private async closeEnded(): Promise<void> {
    const watched = this.openSockets().map((socket) => ({ socket, watcher: watcherOf(socket) }));
    const watchers = watched.flatMap(({ watcher }) => watcher ?? []);
    const holds = await checkWatchers(connectControl(this.env.DB), watchers, Date.now());
    for (const { socket, watcher } of watched) {
      if (!watcher || !holds.get(watcher.credential.id)) socket.close(REACH_CHANGED, 'connect again');
    }
  }

  private openSockets(): readonly WebSocket[] {
    return this.ctx.getWebSockets().filter(({ readyState }) => readyState === WebSocket.READY_STATE_OPEN);
  }

  private checkEveryMs(): number {
    return Math.max(1, readSettings({ ...this.env }).LIVE_CHECK_SECONDS) * 1000;
  }

  async sealAudit(organizationId: OrganizationId, shard: string): Promise<void> {
    let sealer = this.sealers.get(shard);
    if (!sealer) {
      sealer = new Gatherer(
        () => sealEvents(connectTenant(this.env, shard), organizationId, this.anchorsOf(shard)),
        () => scheduler.wait(SEAL_PAUSE_MS),
      );
      this.sealers.set(shard, sealer);
    }
    await sealer.ask();
  }

  async auditAnchors(shard: string): Promise<AuditAnchors> {
    return this.anchorsOf(shard).read();
  }

  async purgeAudit(organizationId: OrganizationId, shard: string, before: number, now: number): Promise<number> {
    return purgeEvents(
      connectTenant(this.env, shard),
      organizationId,
      this.anchorsOf(shard),
      before,
      (base, deleted) => ({
        actorKind: 'system',
        actorId: 'retention',
        action: 'audit.purged',
        targetKind: 'organization',
        targetId: organizationId,
        outcome: 'success',
        requestId: newId('request', now),
        ip: null,
        userAgent: null,
        changes: { through_sequence: [null, base.sequence], through_hash: [null, base.hash], events: [deleted, 0] },
        occurredAt: now,
      }),
    );
  }

  private anchorsOf(shard: string): AnchorStore {
    const { storage } = this.ctx;
    const key = `audit:${shard}`;
    const read = async () => (await storage.get<AuditAnchors>(key)) ?? { head: null, base: null };
    return { read, write: async (anchors) => storage.put(key, { ...(await read()), ...anchors }) };
  }

  async ping(): Promise<boolean> {
    await this.ctx.storage.get(RATE_KEY);
    return true;
  }

  /**
   * The live socket. The API Worker has authenticated the request; this object is only reachable through its binding.
   */
  override async fetch(request: Request): Promise<Response> {
    if (request.headers.get('Upgrade') !== 'websocket') return new Response(null, { status: 426 });
    const pair = new WebSocketPair();
    const watcher: Watcher = JSON.parse(request.headers.get(WATCHER_HEADER) ?? 'null');
    this.ctx.acceptWebSocket(pair[1], [watcher.userId, watcher.credential.id]);
    pair[1].serializeAttachment(watcher);
    // Check immediately: the credential may have ended since an isolate last checked it. Concurrent handshakes share
    // one check.
    await this.ctx.storage.setAlarm(Date.now());
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
    return new Response(null, { status: 101, webSocket: pair[0] });
  }

  override async webSocketMessage(): Promise<void> {
    // The socket is one-way: messages other than keep-alives are ignored.
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    // 1005 and 1006 are reserved for reporting a missing close code and must not be sent.
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }
}

const watcherOf = (socket: WebSocket): Watcher | null => socket.deserializeAttachment();

/** A socket that cannot receive is closing: close it, and do not let it keep the hint from the others. */
function sendHint(socket: WebSocket, text: string): void {
  try {
    socket.send(text);
  } catch {
    socket.close(1011);
  }
}
