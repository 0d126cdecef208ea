import { candidateValues } from '#engine/learning';
import type { ReadPage, Word } from '#engine/model';
import { compareAny, type ValueType } from './compare-value.ts';
import type { PlacedWord } from './judge-grounding.ts';

/** Candidate values in a document's words for a field type; undefined for types that are not single values. */
export type CandidatesOfType = (type: ValueType) => readonly string[] | undefined;

/** Finds the candidates in the words of a document once, for all its fields. */
export function candidatesOf(words: readonly PlacedWord[]): CandidatesOfType {
  const values = candidateValues(pagesOf(words));
  return (type) => {
    switch (type) {
      case 'amount':
        return values.amount;
      case 'date':
        return values.date;
      case 'id':
        return values.identifier;
      default:
        return undefined;
    }
  };
}

/** True if the true value, or an accepted variant, is among the candidates; undefined if unknown. */
export function isAmongCandidates(
  type: ValueType,
  accepted: readonly string[],
  candidates: CandidatesOfType,
): boolean | undefined {
  const unsigned = type === 'amount' ? accepted.map((value) => value.replace(/^-/, '')) : accepted;
  return candidates(type)?.some((value) => compareAny(type, value, unsigned).right);
}

function pagesOf(words: readonly PlacedWord[]): readonly ReadPage[] {
  return [...new Set(words.map(({ page }) => page))].map((page) => {
    const own = words.filter((word) => word.page === page).map(toWord);
    return {
      page,
      width: Math.max(1, ...own.map(({ box }) => box[2])),
      height: Math.max(1, ...own.map(({ box }) => box[3])),
      unit: 'px',
      source: 'ocr',
      words: own,
    };
  });
}

function toWord({ text, box }: PlacedWord): Word {
  return { text, box, size: box[3] - box[1], bold: false, confidence: 1 };
}
