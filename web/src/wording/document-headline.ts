import type { DocumentView } from '#core/contract/documents';

/** The title of a document: its vendor if that is proved, supported or confirmed, otherwise the file name. */
export function documentHeadline({ summary, name }: Pick<DocumentView, 'summary' | 'name'>): string {
  const state = summary?.vendor_state;
  const reliable = state === 'proved' || state === 'supported' || state === 'confirmed';
  return (reliable && summary?.vendor_name) || name;
}
