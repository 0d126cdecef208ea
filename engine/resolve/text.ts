import type { PageCandidates } from '../candidates/collect.ts';
import type { Label, LabelRole } from '../candidates/labels.ts';
import { cleanName, opensWithLabel } from '../candidates/parties.ts';
import type { LabelledField } from '../documents/field-spec.ts';
import { type Span, spanOfText, spanText } from '../layout/lines.ts';
import type { Choice } from './choice.ts';
import type { ResolveContext } from './context.ts';

/** Free text behind or right of a label: terms, names. Never the text under it, which may be anything. */
export function resolveText(field: LabelledField, context: ResolveContext): Choice | undefined {
  const found = new Map<string, { score: number; span: Span; label: Label }>();
  for (const [role, weight] of field.roles) {
    for (const page of context.pages) {
      for (const { label, span, score } of textsOf(page, role)) {
        const value = cleanName(spanText(span));
        if (value.length < 2 || value.length > 80 || !/\p{L}/u.test(value)) continue;
        const known = found.get(value);
        if (known === undefined || known.score < score * weight)
          found.set(value, { score: score * weight, span, label });
      }
    }
  }
  const [best, second] = [...found].sort((a, b) => b[1].score - a[1].score);
  if (best === undefined) return undefined;
  return {
    value: best[0],
    spans: [best[1].span],
    score: best[1].score,
    rule: `label:${best[1].label.phrase}/text`,
    alternatives: second === undefined ? [] : [{ value: second[0], confidence: 0.3 }],
    checks: [],
    proof: false,
    ambiguous: false,
  };
}

function textsOf(page: PageCandidates, role: LabelRole): { label: Label; span: Span; score: number }[] {
  const texts: { label: Label; span: Span; score: number }[] = [];
  for (const [segment, labels] of page.labels) {
    const label = labels.find((known) => known.roles.includes(role));
    if (label === undefined || label.start > 0) continue;
    const rest = segment.text.slice(label.textEnd);
    const lead = /^[\s:：#–-]*/.exec(rest)?.[0].length ?? 0;
    if (rest.slice(lead).trim() !== '') {
      const colon = /^\s*[:：]/.test(rest);
      if (colon || rest.length < 60)
        texts.push({
          label,
          span: spanOfText(segment, label.textEnd + lead, segment.text.length),
          score: colon ? 0.9 : 0.6,
        });
      continue;
    }
    const right = page.layout.lines[segment.line]?.segments[segment.place + 1];
    if (right !== undefined && !opensWithLabel(page, right)) {
      texts.push({ label, span: { segment: right, start: 0, end: right.words.length }, score: 0.88 });
    }
  }
  return texts;
}
