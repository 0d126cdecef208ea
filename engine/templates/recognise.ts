import type { DocumentType } from '#core/domain/document-types';
import type { SchemaTemplate } from '#core/domain/schema-template';
import type { PageLayout, Segment } from '../layout/lines.ts';
import { tokenise } from '../normalise/fold-text.ts';
import { SHIPPED_TEMPLATES } from './shipped.ts';

interface Title {
  readonly template: SchemaTemplate;
  /** The title's words without spaces: OCR often drops them. */
  readonly key: string;
}

const TITLES: ReadonlyMap<string, Title> = new Map(
  SHIPPED_TEMPLATES.flatMap((template) =>
    template.titles.map((title) => [glued(title), { template, key: glued(title) }] as const),
  ),
);

/** A title is in the upper part of the first page. */
const UPPER_PART = 0.45;
/** Maximum number of words before or after a title's phrase: a number, a country, a year. */
const MOST_WORDS = 9;

/**
 * Returns the shipped template whose title is at the head of the document. Types that the engine detects by more than a
 * title keep their fields; an unclassified document, or one of the template's own type, uses the template.
 */
export function recogniseTemplate(layouts: readonly PageLayout[], type: DocumentType): SchemaTemplate | undefined {
  const [first] = layouts;
  if (first === undefined) return undefined;
  const titles = first.lines
    .filter((line) => line.box[1] < first.page.height * UPPER_PART)
    .flatMap((line) => line.segments)
    .flatMap((segment) => titleOf(segment) ?? []);
  const fitting = titles.filter(({ template }) => type === 'other' || template.documentType === type);
  return fitting.sort((a, b) => b.key.length - a.key.length)[0]?.template;
}

/** The longest title that a segment starts with, if it contains little else. */
function titleOf(segment: Segment): Title | undefined {
  if (segment.words.length > MOST_WORDS || segment.text.includes(':')) return undefined;
  const tokens = tokenise(segment.text).map((token) => token.text);
  for (let length = tokens.length; length > 0; length--) {
    const title = TITLES.get(tokens.slice(0, length).join(''));
    if (title !== undefined && (length === tokens.length || isSetApart(segment))) return title;
  }
  return undefined;
}

function isSetApart(segment: Segment): boolean {
  return segment.bold || segment.text === segment.text.toUpperCase();
}

function glued(text: string): string {
  return tokenise(text)
    .map((token) => token.text)
    .join('');
}
