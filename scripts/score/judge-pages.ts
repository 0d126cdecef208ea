import type { ExtractionResult } from '#core/domain/result';
import { CORPUS_TYPE } from './judge-document.ts';
import type { Truth } from './truth.ts';

/** For a file of several documents: the number of pages with the correct type (corpus README, packets). */
export interface PacketScore {
  readonly id: string;
  readonly right: number;
  readonly pages: number;
  /** One line such as `page 3: check, returned invoice` for each wrong page. */
  readonly wrong: readonly string[];
}

/** Scores the types of pages. A page without its own type has that of the document. */
export function judgePages(
  id: string,
  expected: NonNullable<Truth['page_types']>,
  result: ExtractionResult | undefined,
): PacketScore {
  const wrong = expected.flatMap(({ page, doc_type, doc_subtype }) => {
    const info = result?.pages.find((each) => each.page === page);
    const returned = info?.document_type ?? result?.document_type ?? 'nothing';
    const names = [returned, CORPUS_TYPE[returned]];
    if (names.includes(doc_type)) return [];
    return [`page ${page}: ${doc_subtype ?? doc_type}, returned ${returned}`];
  });
  return { id, right: expected.length - wrong.length, pages: expected.length, wrong };
}
