import { and, eq } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { brandings } from '../db/schema/administration.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';
import { idEquals } from './id-equals.ts';

export type BrandingRow = Omit<typeof brandings.$inferSelect, 'organizationId' | 'updatedAt'>;

const PLAIN: BrandingRow = { color: null, logoKey: null, logoMediaType: null, logoSha256: null };

/** Returns the organization's branding; empty if it has none. */
export async function readBranding(db: ControlDatabase, organizationId: OrganizationId): Promise<BrandingRow> {
  const [row] = await db.select().from(brandings).where(eq(brandings.organizationId, organizationId)).limit(1);
  if (!row) return PLAIN;
  const { color, logoKey, logoMediaType, logoSha256 } = row;
  return { color, logoKey, logoMediaType, logoSha256 };
}

/** Changes the given properties and keeps the others. */
export async function writeBranding(
  db: ControlDatabase,
  organizationId: OrganizationId,
  to: Partial<BrandingRow>,
  event: AuditEvent,
): Promise<void> {
  const set = { ...to, updatedAt: event.occurredAt };
  await db.batch([
    db
      .insert(brandings)
      .values({ organizationId, ...PLAIN, ...set })
      .onConflictDoUpdate({ target: brandings.organizationId, set }),
    insertAuditEvent(db, organizationId, event),
  ]);
}

/** Returns the organization's current logo if it has this digest, otherwise null. */
export async function findLogo(db: ControlDatabase, organizationId: string, sha256: string) {
  const [row] = await db
    .select({ key: brandings.logoKey, mediaType: brandings.logoMediaType })
    .from(brandings)
    .where(and(idEquals(brandings.organizationId, organizationId), eq(brandings.logoSha256, sha256)))
    .limit(1);
  return row?.key && row.mediaType ? { key: row.key, mediaType: row.mediaType } : null;
}
