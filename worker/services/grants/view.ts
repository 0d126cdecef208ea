import type { GrantView } from '#core/contract/grants';
import { permissionsFromBits } from '#core/domain/permissions';
import type { GrantRow } from '#core/store/grants';

export const grantView = (row: GrantRow): GrantView => ({
  id: row.id,
  object_kind: row.objectKind,
  object_id: row.objectId,
  subject_kind: row.subjectKind,
  subject_id: row.subjectId,
  permissions: [...permissionsFromBits(row.permissions)],
  granted_by: row.grantedBy,
  created_at: new Date(row.createdAt).toISOString(),
  expires_at: row.expiresAt === null ? null : new Date(row.expiresAt).toISOString(),
});
