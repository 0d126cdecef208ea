import type { ReadDocument } from '../model.ts';

/** Marks a document as recognised from an image; both readers agree except on words that match `differ`. */
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
