import type { DocumentView } from '#core/contract/documents';

/** The title of a document: its vendor if that is proved or supported, otherwise the file name. */
export function documentHeadline({ summary, name }: Pick<DocumentView, 'summary' | 'name'>): string {
  const reliable = summary?.vendor_state === 'proved' || summary?.vendor_state === 'supported';
  return (reliable && summary?.vendor_name) || name;
}
