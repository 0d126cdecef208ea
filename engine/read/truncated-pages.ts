import type { Check } from '#core/domain/result';
import type { ReadPage } from '#engine/model';

/** Adds a failed check for each page that was not read to its end, so that its values are not taken as complete. */
export function checkTruncatedPages(pages: readonly ReadPage[]): readonly Check[] {
  return pages
    .filter(({ truncated }) => truncated !== undefined)
    .map(({ page }) => ({
      rule: 'page_read',
      ok: false,
      detail: `Page ${page}: reading reached the limit of work for one page. The values are from what was read until then.`,
    }));
}
