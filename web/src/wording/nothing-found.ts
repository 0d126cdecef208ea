import type { Result } from '#core/contract/result';
import { TYPE_LABELS } from './document-words.ts';

export interface NothingReason {
  readonly title: string;
  readonly why: string;
  readonly advice: readonly string[];
}

const TYPE_IT = 'Enter the values by hand in review; the original is kept beside them.';

/** Why a result holds no values: nothing could be read, or what was read holds none. */
export function reasonForNothing({ document_type: type, method, pages, page_count: count }: Result): NothingReason {
  const unread = pages.filter(({ source }) => source === 'none').length;
  if (method === 'none' || (pages.length > 0 && unread === pages.length)) {
    return {
      title: count > 1 ? 'No text on these pages' : 'No text on this page',
      why:
        count > 1
          ? 'The pages are empty, or hold only pictures in which no writing could be recognized.'
          : 'The page is empty, or holds only a picture in which no writing could be recognized.',
      advice: [
        'Check that it is the right file and that it is not upside down or blank.',
        'If it is a photo or scan, take it again: straight from above, in good light, with 300 dpi or more.',
        TYPE_IT,
      ],
    };
  }
  const known = type !== 'other';
  return {
    title: 'No values found',
    why: known
      ? `The text was read, but it holds none of the values expected on a document of the type ${TYPE_LABELS[type].toLowerCase()}.`
      : 'The text was read, but it is not a kind of document whose values are known.',
    advice: [
      known
        ? 'If the type is wrong, process the document again with the right one.'
        : 'Process the document again with its type, or with a template that names the values you need.',
      ...(unread > 0 ? [`${unread} of ${pages.length} pages could not be read; upload a better copy of them.`] : []),
      TYPE_IT,
    ],
  };
}
