import { AppError } from '#core/platform/errors';
import { findLogo } from '#core/store/brandings';
import type { RequestContext } from '../context.ts';

/** A logo for whoever has its address: mails show it to people who are nobody here yet. @throws AppError `not_found` */
export async function openLogo(
  { dependencies }: RequestContext,
  organizationId: string,
  sha256: string,
): Promise<{ readonly body: ReadableStream; readonly mediaType: string }> {
  const found = await findLogo(dependencies.control, organizationId, sha256);
  const object = found && (await dependencies.files.get(found.key));
  if (!object) throw new AppError('not_found', 'There is no such picture.');
  return { body: object.body, mediaType: found.mediaType };
}
