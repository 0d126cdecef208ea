import type { OrganizationId } from '#core/domain/id';
import { isBuiltInRole } from '#core/domain/roles';
import { AppError } from '#core/platform/errors';
import { isRoleNameTaken } from '#core/store/custom-roles';
import type { SignedInContext } from '../context.ts';

/** Normalizes a role name for comparison. */
export const normalizeRoleName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

export const nameTaken = (): AppError => new AppError('conflict', 'A role with this name already exists.');

/** @throws AppError `conflict` for the name of a built-in or another custom role */
export async function requireFreeName(
  { dependencies }: SignedInContext,
  organizationId: OrganizationId,
  nameNormalized: string,
): Promise<void> {
  const taken =
    isBuiltInRole(nameNormalized) || (await isRoleNameTaken(dependencies.control, organizationId, nameNormalized));
  if (taken) throw nameTaken();
}
