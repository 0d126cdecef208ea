import { logoKey } from '#core/blobs/keys';
import type { BrandingView } from '#core/contract/branding';
import type { OrganizationId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { sha256Hex } from '#core/security/digest';
import { type BrandingRow, readBranding, writeBranding } from '#core/store/brandings';
import { detectMediaType } from '#engine/read/media-type';
import { auditOf } from '../audit-event.ts';
import { type Dependencies, requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { requireOwnOrganization } from '../organizations/own-organization.ts';
import { brandingView } from './view.ts';

/** Image types that every mail client displays and none executes. Excludes SVG, which can contain scripts. */
const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** @throws AppError `not_found` */
export async function readOwnBranding(context: SignedInContext, id: string): Promise<BrandingView> {
  requirePermission(context, 'organization.read');
  requireOwnOrganization(context, id);
  const { organizationId } = context.caller;
  return brandingView(organizationId, await readBranding(context.dependencies.control, organizationId));
}

/** @throws AppError `not_found` */
export async function changeColor(context: SignedInContext, id: string, color: string | null): Promise<BrandingView> {
  return change(context, id, async () => ({ color }));
}

/**
 * Sets the logo. Its type is detected from the bytes, not the request. The previous logo is deleted.
 * @throws AppError `not_found`, `unsupported_media_type`
 */
export async function putLogo(
  context: SignedInContext,
  id: string,
  readBytes: () => Promise<Uint8Array>,
): Promise<BrandingView> {
  return change(context, id, async () => {
    const { files, defer } = context.dependencies;
    const { organizationId } = context.caller;
    const bytes = await readBytes();
    const detected = detectMediaType(bytes);
    const mediaType = LOGO_TYPES.find((each) => each === detected);
    if (!mediaType) throw new AppError('unsupported_media_type', 'A logo must be a PNG, JPEG or WebP image.');
    const sha256 = await sha256Hex(bytes);
    const key = logoKey(organizationId, sha256);
    try {
      await files.put(key, bytes, { sha256, httpMetadata: { contentType: mediaType } });
    } catch (error) {
      defer(deleteUnusedLogos(context.dependencies, organizationId, [key]));
      throw error;
    }
    return { logoKey: key, logoMediaType: mediaType, logoSha256: sha256 };
  });
}

/** @throws AppError `not_found` */
export async function removeLogo(context: SignedInContext, id: string): Promise<BrandingView> {
  return change(context, id, async () => ({ logoKey: null, logoMediaType: null, logoSha256: null }));
}

async function change(
  context: SignedInContext,
  id: string,
  decide: () => Promise<Partial<BrandingRow>>,
): Promise<BrandingView> {
  requirePermission(context, 'organization.update');
  requireOwnOrganization(context, id);
  await requireLiveSession(context);
  const { control, defer } = context.dependencies;
  const { organizationId } = context.caller;
  const from = await readBranding(control, organizationId);
  const to = { ...from, ...(await decide()) };
  const event = auditOf(
    context,
    'organization.branding_changed',
    { kind: 'organization', id: organizationId },
    { color: from.color, logo: from.logoSha256 },
    { color: to.color, logo: to.logoSha256 },
  );
  try {
    await writeBranding(control, organizationId, to, event);
  } finally {
    defer(deleteUnusedLogos(context.dependencies, organizationId, [from.logoKey, to.logoKey]));
  }
  return brandingView(organizationId, to);
}

/**
 * Reads which logo is in use: a failed write may have succeeded after all, and there may have been a concurrent change.
 */
async function deleteUnusedLogos(
  { control, files }: Dependencies,
  organizationId: OrganizationId,
  keys: readonly (string | null)[],
): Promise<void> {
  const { logoKey } = await readBranding(control, organizationId);
  const unused = keys.flatMap((key) => (key === null || key === logoKey ? [] : [key]));
  if (unused.length > 0) await files.delete(unused);
}
