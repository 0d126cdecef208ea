import type { DocumentView } from '#core/contract/documents';

/** What a document is called: its vendor where that is well founded, else the name of its file. */
export function documentHeadline({ summary, name }: Pick<DocumentView, 'summary' | 'name'>): string {
  const founded = summary?.vendor_state === 'proved' || summary?.vendor_state === 'supported';
  return (founded && summary?.vendor_name) || name;
}
