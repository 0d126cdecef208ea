import type { MrzCandidate } from '../../candidates/mrz-lines.ts';
import type { PageLayout, Segment, Span } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';
import { findDates } from '../../normalise/dates.ts';
import { foldText } from '../../normalise/fold-text.ts';
import type { ValueCheck } from '../../validate/value-check.ts';
import type { Choices } from '../base/choice.ts';

/** Score of a value that is the same in the zone and in the human-readable part. */
const AGREED = 0.97;
/** Maximum number of words into which spaces split a number or name. */
const MAX_WORDS = 4;
/** Shorter values occur on a page by chance: a match provides a position but no proof. */
const MIN_SIGNS = 4;

const NUMBERS = ['document_number', 'personal_number'] as const;
const NAMES = ['surname', 'given_names'] as const;
const DATES = ['birth_date', 'expiry_date'] as const;
const CODES = ['document_code', 'issuing_country', 'nationality', 'sex'] as const;

/**
 * Finds the zone's values in the human-readable part of the page (ICAO Doc 9303-3, 3.4: both carry the same data), so
 * that the evidence points there. A name that matches letter by letter is proved: it is printed twice in two typefaces,
 * one of them read character by character.
 */
export function confirmByPrint(choices: Choices, zone: MrzCandidate, layout: PageLayout): readonly ValueCheck[] {
  const own = new Set<Word>(zone.words.flat());
  const segments = layout.lines.flatMap((line) => line.segments).filter(({ words }) => !words.some((w) => own.has(w)));
  const checks: ValueCheck[] = [];
  const agree = (name: string, span: Span | undefined, proves: boolean) => {
    const choice = choices.get(name);
    if (choice === undefined || span === undefined) return;
    const rule = `mrz:printed:${name}`;
    const detail = `${choice.value} stands in the zone and in the readable part (ICAO 9303)`;
    checks.push({ rule, ok: true, detail, fields: [name] });
    const proof = choice.proof || proves;
    choices.set(name, {
      ...choice,
      spans: [span],
      score: Math.max(choice.score, AGREED),
      checks: [...choice.checks, rule],
      proof,
    });
  };
  for (const name of NUMBERS) agree(name, runOf(segments, signs(choices.get(name)?.value ?? '')), false);
  for (const name of NAMES) {
    const value = signs(choices.get(name)?.value ?? '');
    agree(name, runOf(segments, value), value.length >= MIN_SIGNS && statesIt(zone, choices.get(name)?.value ?? ''));
  }
  for (const name of DATES) agree(name, dateSpan(segments, choices.get(name)?.value), false);
  for (const name of CODES) {
    const choice = choices.get(name);
    const span = choice && wordOf(segments, choice.value);
    if (choice !== undefined && span !== undefined) choices.set(name, { ...choice, spans: [span] });
  }
  return checks;
}

/** True if the zone contains the name between fillers, so it was not corrected from the page's words. */
function statesIt({ lines }: MrzCandidate, name: string): boolean {
  const wanted = name.replace(/ /g, '<');
  return lines.some((line) => new RegExp(`(?:^|<|^P.[A-Z<]{3}|^[ACIV].[A-Z<]{3})${wanted}(?:<|$)`).test(line));
}

function signs(text: string): string {
  return foldText(text).replace(/[^a-z0-9]/g, '');
}

/** The first run of words that spells the value. */
function runOf(segments: readonly Segment[], wanted: string): Span | undefined {
  if (wanted.length < 2) return undefined;
  for (const segment of segments) {
    for (let start = 0; start < segment.words.length; start++) {
      let spelled = '';
      for (let end = start + 1; end <= Math.min(start + MAX_WORDS, segment.words.length); end++) {
        spelled += signs(segment.words[end - 1]?.text ?? '');
        if (spelled === wanted) return { segment, start, end };
        if (!wanted.startsWith(spelled)) break;
      }
    }
  }
  return undefined;
}

function dateSpan(segments: readonly Segment[], date: string | undefined): Span | undefined {
  for (const segment of segments) {
    for (const { dayFirst, monthFirst, start, end } of findDates(segment.text)) {
      if (date !== undefined && (dayFirst === date || monthFirst === date)) return spanAt(segment, start, end);
    }
  }
  return undefined;
}

/** The words of a range of a segment's text. */
function spanAt(segment: Segment, from: number, to: number): Span {
  const inside = segment.offsets.map(
    (offset, at) => offset < to && offset + (segment.words[at]?.text.length ?? 0) > from,
  );
  return { segment, start: Math.max(0, inside.indexOf(true)), end: inside.lastIndexOf(true) + 1 };
}

/** The only word of the page equal to this code; undefined if there is none or several. */
function wordOf(segments: readonly Segment[], code: string): Span | undefined {
  const found = segments.flatMap((segment) =>
    segment.words.flatMap(({ text }, at) => (text === code ? [{ segment, start: at, end: at + 1 }] : [])),
  );
  return found.length === 1 || code.length === 3 ? found[0] : undefined;
}
