import type { Result } from '#core/contract/result';

type Proposed = NonNullable<Result['documents']>[number];

/** The result of one document in a file of several: its values replace those of the file. */
export function resultOfDocument(result: Result, index: number): Result {
  const chosen = result.documents?.[index];
  if (chosen === undefined) return result;
  const { fields, line_items, missing, checks, document_type, document_type_confidence } = chosen;
  return { ...result, fields, line_items, missing, checks, document_type, document_type_confidence };
}

/** The index of the document whose values represent the file. */
export function mainDocument({ documents = [], fields }: Result): number {
  const text = JSON.stringify(fields);
  return Math.max(
    0,
    documents.findIndex((document) => JSON.stringify(document.fields) === text),
  );
}

/** `page 3`, `pages 3–5`, or the name of the file it comes from. */
export function locationOfDocument({ pages, file }: Proposed): string {
  if (pages === null) return file ?? 'without pages';
  const [from, to] = pages;
  const place = from === to ? `page ${from}` : `pages ${from}–${to}`;
  return file === undefined ? place : `${file}, ${place}`;
}
