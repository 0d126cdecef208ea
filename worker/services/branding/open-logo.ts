import { AppError } from '#core/platform/errors';
import { sha256Hex } from '#core/security/digest';
import { findLogo } from '#core/store/brandings';
import type { RequestContext } from '../context.ts';

/**
 * Returns a logo to anyone with its URL, because emails show it to people without an account. @throws AppError
 * `not_found`
 */
export async function openLogo(
  { dependencies }: RequestContext,
  organizationId: string,
  sha256: string,
): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly mediaType: string }> {
  const found = await findLogo(dependencies.control, organizationId, sha256);
  const object = found && (await dependencies.files.get(found.key));
  if (!object) throw new AppError('not_found', 'There is no such logo.');
  const bytes = new Uint8Array(await object.arrayBuffer());
  // The URL contains the digest, so the response must be exactly this image.
  if ((await sha256Hex(bytes)) !== sha256) {
    const error = new Error('a stored logo is not what was put');
    dependencies.log.error('stored object damaged', error, { event: 'logo_damaged', organization_id: organizationId });
    throw new AppError('not_found', 'There is no such logo.');
  }
  return { body: bytes, mediaType: found.mediaType };
}
