import type { PageCandidates } from '../../candidates/collect.ts';
import { isLabelText, type Label, type LabelRole } from '../../candidates/labels.ts';
import { linesBelow } from '../../candidates/links.ts';
import { cleanName } from '../../candidates/party-block.ts';
import { opensWithLabel } from '../../candidates/party-column.ts';
import type { LabelSearch } from '../../documents/field-spec.ts';
import { type Segment, type Span, spanOfText, spanText } from '../../layout/lines.ts';
import { foldText } from '../../normalise/fold-text.ts';
import { isAirtime } from '../airtime/is-airtime.ts';
import { type Choice, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';

/** Free text after, right of or below a label: terms, names. Below it only in the label's own column. */
export function resolveText(field: LabelSearch, context: ResolveContext): Choice | undefined {
  const found = new Map<string, { score: number; span: Span; label: Label }>();
  let sold: boolean | undefined;
  const advertising = () => (sold ??= isAdvertising(context) || isAirtime(context));
  for (const [role, weight] of field.roles) {
    for (const page of context.pages) {
      for (const { label, span, score } of textsOf(page, role)) {
        if (isWeak(label, role) && !advertising()) continue;
        const own = field.name.endsWith('_name') ? withoutCode(span) : span;
        const value = cleanName(spanText(own));
        if (value.length < 2 || value.length > 80 || !/\p{L}/u.test(value)) continue;
        // Names may be made of words of captions, terms are not.
        if (field.name === 'payment_terms' && (isLabelText(value) || isPartOf(value, label))) continue;
        const other = found.get(value);
        if (other === undefined || other.score < score * weight)
          found.set(value, { score: score * weight, span: own, label });
      }
    }
  }
  const [best, second] = [...found].sort((a, b) => b[1].score - a[1].score);
  if (best === undefined) return undefined;
  return choiceOf({
    value: best[0],
    spans: [best[1].span],
    score: best[1].score,
    rule: `label:${best[1].label.phrase}/text`,
    alternatives: second === undefined ? [] : [{ value: second[0], confidence: 0.3 }],
  });
}

/** A caption in two languages is read as label and value: "Terms/Conditions de paiement". */
function isPartOf(value: string, { phrase }: Label): boolean {
  const words = foldText(value).split(/[^\p{L}\p{N}]+/u);
  const known = new Set(phrase.split(' '));
  return words.every((word) => word === '' || known.has(word));
}

/** Stations call the advertiser "client" or "account"; on other documents these words name a customer. */
function isWeak(label: Label, role: LabelRole): boolean {
  return role === 'advertiser' && !/^(?:political )?advertiser|^sponsor/.test(label.phrase);
}

/** An agency beside the client and a gross amount, or flight dates: the document sells airtime. */
function isAdvertising(context: ResolveContext): boolean {
  const phrases = new Set(
    context.pages.flatMap((page) => [...page.labels.values()].flat()).map(({ phrase }) => phrase),
  );
  const says = (pattern: RegExp) => [...phrases].some((phrase) => pattern.test(phrase));
  return says(/\bagency\b/) && says(/^gross|\bgross\b|^flight|^air dates|\bspots\b/);
}

/** "Example Ltd (33417)": a number in brackets behind a name is the number of that name, and no part of it. */
function withoutCode(span: Span): Span {
  const last = span.segment.words[span.end - 1];
  const isCode = last !== undefined && span.end - span.start > 1 && /^\((?:\p{Lu}{1,3}-?)?\d{3,}\)$/u.test(last.text);
  return isCode ? { ...span, end: span.end - 1 } : span;
}

const NAME_LABEL = /^(?:name|nom|nome|nombre|naam|nazwa|company|firma)\s*:?$/;

/** Text that may still belong to the label: signs, and nouns that specify the kind of name ("Advertiser company:"). */
const LABEL_TAIL = /^(?:\s+(?:name|company|account|organi[sz]ation|client)(?=\s*:|\s*$))?[\s:：#–-]*/i;

function whole(segment: Segment): Span {
  return { segment, start: 0, end: segment.words.length };
}

/** A strong label of several words further right ends the text. */
function nextLabelStart(labels: readonly Label[], label: Label): number | undefined {
  return labels.find((other) => other.textStart > label.textEnd && other.strength >= 0.7 && other.phrase.includes(' '))
    ?.textStart;
}

/** The segment on the next line with the same left edge. */
function alignedBelow(page: PageCandidates, segment: Segment): Segment | undefined {
  const line = linesBelow(page.layout, segment)[0];
  return line?.segments.find((other) => Math.abs(other.box[0] - segment.box[0]) < segment.size);
}

/**
 * In a row of headings, the text to the right is the next heading, not the value: if the type is bold above and plain
 * below, or labels are side by side, the value is the text below the label.
 */
function headingOver(page: PageCandidates, segment: Segment, next: Segment | undefined): Segment | undefined {
  const under = alignedBelow(page, segment);
  if (next === undefined || under === undefined || opensWithLabel(page, under)) return undefined;
  const isBold = (other: Segment) => other.words.every(({ bold }) => bold);
  if (isBold(segment) && isBold(next) && !isBold(under)) return under;
  return opensWithLabel(page, next) ? under : undefined;
}

/** A caption that text of another column has run into: "Example Broadcasting Advertiser | Some Name". */
function endsSegment(label: Label): boolean {
  return label.strength >= 1 && label.end === label.segment.words.length;
}

const RUN_IN_SCORE = 0.7;

function textsOf(page: PageCandidates, role: LabelRole): { label: Label; span: Span; score: number }[] {
  const texts: { label: Label; span: Span; score: number }[] = [];
  for (const [segment, labels] of page.labels) {
    const label = labels.find((known) => known.roles.includes(role));
    if (label === undefined) continue;
    if (!label.opens) {
      const next = page.layout.lines[segment.line]?.segments[segment.place + 1];
      if (endsSegment(label) && next !== undefined && !opensWithLabel(page, next))
        texts.push({ label, span: whole(next), score: RUN_IN_SCORE });
      continue;
    }
    const rest = segment.text.slice(label.textEnd);
    const lead = LABEL_TAIL.exec(rest)?.[0].length ?? 0;
    if (rest.slice(lead).trim() !== '') {
      const colon = /[:：]/.test(rest.slice(0, lead));
      if (colon || rest.length < 60)
        texts.push({
          label,
          span: spanOfText(segment, label.textEnd + lead, nextLabelStart(labels, label) ?? segment.text.length),
          score: colon ? 0.9 : 0.6,
        });
      continue;
    }
    const segments = page.layout.lines[segment.line]?.segments ?? [];
    const next = segments[segment.place + 1];
    // "Advertiser | Name: | Example Ltd": the value follows a label of its own.
    const heading = headingOver(page, segment, next);
    if (heading !== undefined) {
      texts.push({ label, span: whole(heading), score: 0.86 });
      continue;
    }
    const named = next !== undefined && NAME_LABEL.test(foldText(next.text));
    const right = named ? segments[segment.place + 2] : next;
    if (right !== undefined && (named || !opensWithLabel(page, right))) {
      const end = nextLabelStart(page.labels.get(right) ?? [], { ...label, textEnd: 0 }) ?? right.text.length;
      texts.push({ label, span: spanOfText(right, 0, end), score: 0.88 });
      continue;
    }
    const under = alignedBelow(page, segment);
    if (under !== undefined && !opensWithLabel(page, under)) texts.push({ label, span: whole(under), score: 0.8 });
  }
  return texts;
}
