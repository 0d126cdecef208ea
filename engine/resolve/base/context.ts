import type { DocumentType } from '#core/domain/document-types';
import type { PageCandidates } from '../../candidates/collect.ts';
import type { LabelRole } from '../../candidates/labels.ts';
import { type Link, linkLabels } from '../../candidates/links.ts';
import type { FileProperties } from '../../model.ts';
import { decideLocale, type Locale } from './locale.ts';

/** What every resolver sees: all candidates of all pages, links by role, the document's locale and type. */
export interface ResolveContext {
  /** By page number less one. */
  readonly pages: readonly PageCandidates[];
  readonly links: ReadonlyMap<LabelRole, readonly Link[]>;
  readonly locale: Locale;
  readonly documentType: DocumentType;
  readonly language: string | null;
  readonly properties?: FileProperties;
}

/** Links of all pages by role. Gives the event loop a turn after each page. */
export async function groupLinks(
  pages: readonly PageCandidates[],
  pause: () => Promise<void>,
): Promise<Map<LabelRole, Link[]>> {
  const byRole = new Map<LabelRole, Link[]>();
  for (const page of pages) {
    for (const link of linkLabels(page)) {
      for (const role of link.label.roles) {
        const list = byRole.get(role);
        if (list === undefined) byRole.set(role, [link]);
        else list.push(link);
      }
    }
    await pause();
  }
  return byRole;
}

export function createContext(
  pages: readonly PageCandidates[],
  links: ReadonlyMap<LabelRole, readonly Link[]>,
  documentType: DocumentType,
  language: string | null,
  properties: FileProperties = {},
): ResolveContext {
  return { pages, links, locale: decideLocale(pages, language), documentType, language, properties };
}
