import { collectAtPace, type PageCandidates } from '../candidates/collect.ts';
import { buildLines, type PageLayout } from '../layout/lines.ts';
import type { EngineHost, ReadDocument } from '../model.ts';
import type { Pace } from '../pace.ts';

export interface Layouts {
  readonly layouts: readonly PageLayout[];
  readonly pages: readonly PageCandidates[];
}

/** Lines, labels and candidates of every page. */
export async function layOutPages(document: ReadDocument, host: EngineHost, pace: Pace): Promise<Layouts> {
  const layouts: PageLayout[] = [];
  const pages: PageCandidates[] = [];
  for (const page of document.pages) {
    const layout = buildLines(page, pace);
    layouts.push(layout);
    pages.push(await collectAtPace(layout, pace));
    host.report?.('classify', pages.length / document.pages.length);
  }
  return { layouts, pages };
}
