import type { SchemaTemplate } from '#core/domain/schema-template';
import type { PageCandidates } from '../candidates/collect.ts';
import { type Label, type LabelRole, wordAt } from '../candidates/labels.ts';
import type { Segment } from '../layout/lines.ts';
import { type Token, tokenise } from '../normalise/fold-text.ts';

/** The label role of a template's field. */
export function fieldRole(name: string): LabelRole {
  return `field:${name}`;
}

interface Phrase {
  readonly tokens: readonly string[];
  readonly role: LabelRole;
}

/** A template's labels by their first word. */
export type LabelIndex = ReadonlyMap<string, readonly Phrase[]>;

export function indexLabels(template: SchemaTemplate): LabelIndex {
  const index = new Map<string, Phrase[]>();
  for (const field of template.fields) {
    for (const label of field.labels) {
      const tokens = tokenise(label).map((token) => token.text);
      const [first] = tokens;
      if (first === undefined) continue;
      index.set(first, [...(index.get(first) ?? []), { tokens, role: fieldRole(field.name) }]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  return index;
}

/**
 * Adds the template's labels to those of a page. If both match the same words the template wins: it was made for this
 * kind of document.
 */
export function withFieldLabels(page: PageCandidates, index: LabelIndex): PageCandidates {
  const labels = new Map(page.labels);
  for (const line of page.layout.lines) {
    for (const segment of line.segments) {
      const own = labelsOf(segment, index);
      if (own.length === 0) continue;
      const others = (labels.get(segment) ?? []).filter((label) => !own.some((one) => overlaps(one, label)));
      labels.set(
        segment,
        [...own, ...others].sort((a, b) => a.textStart - b.textStart),
      );
    }
  }
  return { ...page, labels };
}

function overlaps(a: Label, b: Label): boolean {
  return a.textStart < b.textEnd && b.textStart < a.textEnd;
}

function labelsOf(segment: Segment, index: LabelIndex): Label[] {
  const tokens = tokenise(segment.text);
  const labels: Label[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrases = index.get(tokens[at]?.text ?? '')?.filter((phrase) => matches(tokens, at, phrase)) ?? [];
    const [first] = phrases;
    if (first === undefined) {
      at += 1;
      continue;
    }
    const roles = phrases.filter((phrase) => phrase.tokens.length === first.tokens.length).map((phrase) => phrase.role);
    labels.push(toLabel(segment, tokens, at, first, roles));
    at += first.tokens.length;
  }
  return labels;
}

function matches(tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  return phrase.tokens.every((text, offset) => tokens[at + offset]?.text === text);
}

/** In a longer segment, a phrase is prose more often than a label. */
const LABEL_SEGMENT_WORDS = 9;
const SENTENCE_SHARE = 0.7;

function toLabel(
  segment: Segment,
  tokens: readonly Token[],
  at: number,
  phrase: Phrase,
  roles: readonly LabelRole[],
): Label {
  const textStart = tokens[at]?.start ?? 0;
  const textEnd = tokens[at + phrase.tokens.length - 1]?.end ?? textStart;
  const inSentence =
    at > 0 && segment.words.length > LABEL_SEGMENT_WORDS && !/^\s?[:#]/.test(segment.text.slice(textEnd));
  return {
    // Equal phrases for several fields (a name and its address) lead to each of them.
    roles: [...new Set(roles)],
    segment,
    start: wordAt(segment, textStart),
    end: wordAt(segment, textEnd - 1) + 1,
    textStart,
    textEnd,
    phrase: phrase.tokens.join(' '),
    opens: at === 0,
    strength: inSentence ? SENTENCE_SHARE : 1,
    languages: [],
  };
}
