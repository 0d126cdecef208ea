import { isKind } from '../../candidates/candidate.ts';
import { spanOfText } from '../../layout/lines.ts';
import { isIban } from '../../validate/iban.ts';
import { type Choice, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';

/** The only IBAN, or the first valid one: an issuer prints its own account, not the customer's. */
export function resolveIban(context: ResolveContext): Choice | undefined {
  const found = context.pages.flatMap((page) => [...page.candidates.values()].flat().filter(isKind('iban')));
  const valid = found.filter((candidate) => isIban(candidate.value));
  const best = valid[0] ?? found[0];
  if (best === undefined) return captionedIban(context);
  const others = new Set(found.map((candidate) => candidate.value));
  others.delete(best.value);
  const holds = valid.length > 0;
  return {
    value: best.value,
    spans: found.filter((candidate) => candidate.value === best.value).slice(0, 1),
    score: holds ? 0.95 : 0.7,
    rule: holds ? 'iban:checksum' : 'iban:form',
    alternatives: [...others].slice(0, 3).map((value) => ({ value, confidence: 0.2 })),
    checks: holds ? ['iban:vendor_iban'] : [],
    proof: holds && others.size === 0,
    ambiguous: false,
    // Its own check digits contradict it.
    ...(!holds && { doubted: true as const }),
  };
}

/** Country, check digits, and the account in groups or in one. */
const FORM = /[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{2,4}){2,8}(?![A-Z\d])/;
const CAPTIONED_SCORE = 0.6;

/**
 * What is captioned as an IBAN but has another length or country than any: a misprint or misreading, so a person has to
 * look at it.
 */
function captionedIban(context: ResolveContext): Choice | undefined {
  for (const page of context.pages) {
    for (const [segment, labels] of page.labels) {
      const label = labels.find(({ roles }) => roles.includes('iban'));
      if (label === undefined) continue;
      const next = page.layout.lines[segment.line]?.segments[segment.place + 1];
      const places = [{ segment, from: label.textEnd }, ...(next === undefined ? [] : [{ segment: next, from: 0 }])];
      for (const { segment: place, from } of places) {
        const match = FORM.exec(place.text.slice(from));
        if (match === null) continue;
        const start = from + match.index;
        return choiceOf({
          value: match[0].replace(/[ -]/g, ''),
          spans: [spanOfText(place, start, start + match[0].length)],
          score: CAPTIONED_SCORE,
          rule: 'iban:caption',
          ambiguous: true,
        });
      }
    }
  }
  return undefined;
}
