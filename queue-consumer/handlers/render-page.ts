import { pictureKey } from '#core/blobs/keys';
import { writePicture } from '#core/blobs/pictures';
import type { Fingerprint } from '#core/blobs/verified';
import type { DocumentId, OrganizationId } from '#core/domain/id';
import type { RenderReport } from '#core/jobs/engine-service';
import { renderPage } from '#engine/render/page';
import type { Dependencies } from '../dependencies.ts';
import { readOriginal } from '../read-original.ts';

/** Image width in pixels: readable small print on a large screen, but fast to load. */
const PICTURE_WIDTH = 1_400;
const MAX_PIXELS = 8_000_000;

/** Renders a page (from 1) of a stored original and stores the image, so that it is rendered once. */
export async function renderStoredPage(
  dependencies: Dependencies,
  organizationId: OrganizationId,
  documentId: DocumentId,
  page: number,
  original: Fingerprint,
): Promise<RenderReport> {
  const { files, host } = dependencies;
  const source = await readOriginal(dependencies, organizationId, documentId, original);
  if (!source.ok) return source;
  const rendered = await renderPage(source.bytes, page, { width: PICTURE_WIDTH, maxPixels: MAX_PIXELS }, host);
  if (!rendered.ok) return { ok: false, ...rendered.error };
  await writePicture(files, pictureKey(organizationId, documentId, page), rendered.png);
  return { ok: true, png: rendered.png };
}
