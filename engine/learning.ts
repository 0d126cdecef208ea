import { collectCandidates } from './candidates/collect.ts';
import { detectLanguage } from './candidates/language.ts';
import { classifyDocument } from './classify/classify.ts';
import { buildLines } from './layout/lines.ts';
import type { EngineHost, ReadDocument, ReadPage } from './model.ts';
import { formatUnits } from './normalise/decimal.ts';
import { createPace } from './pace.ts';
import { createContext, groupLinks, type ResolveContext } from './resolve/base/context.ts';
import type { LearnedKind } from './resolve/learned/candidate-features.ts';

/**
 * Entry point for training and measurement: exposes the input of the resolvers, so that the product's own code computes
 * the features and training cannot drift from it. The product must not import this file.
 */
export { LANGUAGES } from './languages/index.ts';
export { LABEL_ROLES } from './languages/language.ts';
export { foldText } from './normalise/fold-text.ts';
export { openPictures } from './read/image/decode-picture.ts';
export { readDocument } from './read/index.ts';
export type * from './read/ocr/line-network/model.ts';
export { openLineReader } from './read/ocr/line-reader.ts';
export { withRecogniser } from './read/ocr/recogniser.ts';
export { encodePng } from './render/png.ts';
export {
  type DescribedCandidate,
  describeCandidates,
  type LearnedKind,
} from './resolve/learned/candidate-features.ts';
export { fieldValueOf } from './resolve/learned/field-value.ts';
export {
  guessLabel,
  LABEL_BUCKETS,
  LABEL_GROUPS,
  type LabelGroup,
  type LabelWeights,
  labelBuckets,
} from './resolve/learned/label-guess.ts';
export { LEARNED_FIELDS, type LearnedField } from './resolve/learned/learned-fields.data.ts';
export { type FieldModel, leafValue, marginOf, sharesOf, type Tree } from './resolve/learned/model.ts';
export { WORD_BUCKETS } from './resolve/learned/neighbour-words.ts';

/** Runs the stages before choosing, like `extractFromDocument`. */
export async function contextOf(document: ReadDocument, host: EngineHost): Promise<ResolveContext> {
  const layouts = document.pages.map((page) => buildLines(page));
  const pages = layouts.map((layout) => collectCandidates(layout));
  const { type } = classifyDocument(layouts);
  const links = await groupLinks(
    pages,
    createPace(() => host.pause()),
  );
  return createContext(pages, links, type, detectLanguage(pages));
}

/**
 * Returns every reading of every amount, date and number on the pages, as wire values: the input of choosing. A true
 * value missing here cannot be chosen later.
 */
export function candidateValues(pages: readonly ReadPage[]): Readonly<Record<LearnedKind, readonly string[]>> {
  const found: Record<LearnedKind, string[]> = { amount: [], date: [], identifier: [] };
  for (const page of pages) {
    for (const candidate of [...collectCandidates(buildLines(page)).candidates.values()].flat()) {
      if (candidate.kind === 'amount') {
        const { point, comma } = candidate.readings;
        for (const units of [point, comma]) if (units !== undefined) found.amount.push(formatUnits(Math.abs(units)));
      } else if (candidate.kind === 'date') {
        const { dayFirst, monthFirst } = candidate.reading;
        for (const date of [dayFirst, monthFirst]) if (date !== undefined) found.date.push(date);
      } else if (candidate.kind === 'identifier' || candidate.kind === 'iban' || candidate.kind === 'tax_id')
        found.identifier.push(candidate.value);
    }
  }
  return found;
}
