import type { Label } from '../candidates/labels.ts';
import type { Segment } from '../layout/lines.ts';
import { type Choice, choiceOf } from '../resolve/base/choice.ts';
import type { ResolveContext } from '../resolve/base/context.ts';
import { fieldRole } from './field-label.ts';

/** Printed forms of checked and empty boxes: as signs, as letters in brackets, or as a single letter. */
const TICKED = /^(?:☒|☑|✓|✔|✗|✘|■|\[\s?[xX✓]\s?\]|\([xX]\)|[xX])$/u;
const EMPTY = /^(?:☐|□|\[\s?_?\]|\(\s?\))$/u;

/** Returns `true` or `false` by the mark right before or after a label; undefined if there is no box. */
export function resolveMark(name: string, context: ResolveContext): Choice | undefined {
  const role = fieldRole(name);
  for (const page of context.pages) {
    for (const labels of page.labels.values()) {
      for (const label of labels.filter((one) => one.roles.includes(role))) {
        const line = page.layout.lines[label.segment.line]?.segments ?? [];
        const choice = markBeside(label, line);
        if (choice !== undefined) return choice;
      }
    }
  }
  return undefined;
}

function markBeside(label: Label, line: readonly Segment[]): Choice | undefined {
  const { segment } = label;
  const places: readonly (readonly [Segment | undefined, number])[] = [
    label.start > 0 ? [segment, label.start - 1] : lastOf(line[segment.place - 1]),
    label.end < segment.words.length ? [segment, label.end] : [line[segment.place + 1], 0],
  ];
  for (const [at, index] of places) {
    const text = at?.words[index]?.text ?? '';
    const ticked = TICKED.test(text);
    if (at === undefined || (!ticked && !EMPTY.test(text))) continue;
    return choiceOf({
      value: String(ticked),
      spans: [{ segment: at, start: index, end: index + 1 }],
      score: 0.85,
      rule: `label:${label.phrase}/mark`,
    });
  }
  return undefined;
}

function lastOf(segment: Segment | undefined): readonly [Segment | undefined, number] {
  return [segment, (segment?.words.length ?? 0) - 1];
}
