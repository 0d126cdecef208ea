import type { Result } from '#core/contract/result';

type Proposed = NonNullable<Result['documents']>[number];

/** A file of several documents shown as one of them: its values instead of those that speak for the file. */
export function resultOfDocument(result: Result, index: number): Result {
  const chosen = result.documents?.[index];
  if (chosen === undefined) return result;
  const { fields, line_items, missing, checks, document_type, document_type_confidence } = chosen;
  return { ...result, fields, line_items, missing, checks, document_type, document_type_confidence };
}

/** The document whose values speak for the file: the one with exactly those. */
export function mainDocument({ documents = [], fields }: Result): number {
  const text = JSON.stringify(fields);
  return Math.max(
    0,
    documents.findIndex((document) => JSON.stringify(document.fields) === text),
  );
}

/** `page 3`, `pages 3–5`, or what it is without pages. */
export function placeOfDocument({ pages, file }: Proposed): string {
  if (pages === null) return file ?? 'without pages';
  const [from, to] = pages;
  const place = from === to ? `page ${from}` : `pages ${from}–${to}`;
  return file === undefined ? place : `${file}, ${place}`;
}
