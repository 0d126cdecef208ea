import type { DocumentType } from '#core/domain/document-types';
import type { PageCandidates } from '../../candidates/collect.ts';
import type { LabelRole } from '../../candidates/labels.ts';
import { type Link, linkLabels } from '../../candidates/links.ts';
import type { FileProperties } from '../../model.ts';
import { FREE_PACE, type Pace } from '../../pace.ts';
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
  /** Resolvers are synchronous; the work of their loops over the document is counted here. */
  readonly pace: Pick<Pace, 'count'>;
}

/** Groups the links of all pages by role. Yields to the event loop after each page. */
export async function groupLinks(pages: readonly PageCandidates[], pace: Pace): Promise<Map<LabelRole, Link[]>> {
  const byRole = new Map<LabelRole, Link[]>();
  for (const page of pages) {
    for (const link of linkLabels(page, pace)) {
      for (const role of link.label.roles) {
        const list = byRole.get(role);
        if (list === undefined) byRole.set(role, [link]);
        else list.push(link);
      }
    }
    await pace.spend(page.layout.page.words.length);
  }
  return byRole;
}

export function createContext(
  pages: readonly PageCandidates[],
  links: ReadonlyMap<LabelRole, readonly Link[]>,
  documentType: DocumentType,
  language: string | null,
  properties: FileProperties = {},
  pace: Pick<Pace, 'count'> = FREE_PACE,
): ResolveContext {
  return { pages, links, locale: decideLocale(pages, language, links), documentType, language, properties, pace };
}
