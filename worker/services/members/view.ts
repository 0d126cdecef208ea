import type { MemberView } from '#core/contract/members';
import type { MemberRow } from '#core/store/members';

export function memberView(row: MemberRow): MemberView {
  return {
    id: row.id,
    user_id: row.userId,
    email: row.email,
    first_name: row.firstName,
    last_name: row.lastName,
    role: row.role,
    role_name: row.customRoleName ?? row.role,
    status: row.status,
    joined_at: new Date(row.createdAt).toISOString(),
  };
}
