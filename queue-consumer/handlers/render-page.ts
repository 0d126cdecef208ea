import { originalKey, pictureKey } from '#core/blobs/keys';
import type { DocumentId, OrganizationId } from '#core/domain/id';
import type { RenderReport } from '#core/jobs/engine-service';
import { renderPage } from '#engine/render/page';
import type { Dependencies } from '../dependencies.ts';

/** Wide enough to read small print on a large screen, small enough to load at once. */
const PICTURE_WIDTH = 1_400;
const MAX_PIXELS = 8_000_000;

/** Renders a page (from 1) of a stored original and keeps the picture, so that it is rendered once. */
export async function renderStoredPage(
  dependencies: Dependencies,
  organizationId: OrganizationId,
  documentId: DocumentId,
  page: number,
): Promise<RenderReport> {
  const { files, host } = dependencies;
  const object = await files.get(originalKey(organizationId, documentId));
  if (!object) return { ok: false, code: 'source_missing', message: 'The original of this document is missing.' };
  const bytes = new Uint8Array(await object.arrayBuffer());
  const rendered = await renderPage(bytes, page, { width: PICTURE_WIDTH, maxPixels: MAX_PIXELS }, host);
  if (!rendered.ok) return { ok: false, ...rendered.error };
  await files.put(pictureKey(organizationId, documentId, page), rendered.png, {
    httpMetadata: { contentType: 'image/png' },
  });
  return { ok: true, png: rendered.png };
}
