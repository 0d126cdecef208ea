import { AppError } from '#core/platform/errors';
import { type ApiKeyRow, findApiKey } from '#core/store/api-keys';
import type { SignedInContext } from '../context.ts';

/** @throws AppError `not_found`, also for another organization's key */
export async function requireApiKey({ caller, dependencies }: SignedInContext, id: string): Promise<ApiKeyRow> {
  const row = await findApiKey(dependencies.control, caller.organizationId, id);
  if (!row) throw new AppError('not_found', 'There is no such API key.');
  return row;
}
