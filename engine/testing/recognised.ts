import type { ReadDocument } from '../model.ts';

/** The document as if its letters stood in a picture: both readers saw the same but in the words that `differ`. */
export function recognised(document: ReadDocument, differ = /(?!)/): ReadDocument {
  return {
    ...document,
    method: 'ocr',
    pages: document.pages.map((page) => ({
      ...page,
      source: 'ocr' as const,
      words: page.words.map((word) => ({
        ...word,
        confidence: 0.95,
        ...(!differ.test(word.text) && { agreed: true as const }),
      })),
    })),
  };
}
