import type { Check } from '#core/domain/result';
import { type Region, regionBelow } from '../../candidates/form-boxes.ts';
import type { FormField } from '../../documents/tax-forms/index.ts';
import { spanText } from '../../layout/lines.ts';
import type { FormWidget, Word } from '../../model.ts';
import type { Choice, Choices } from '../base/choice.ts';
import { type CaptionedPage, captionKey, type FieldReading } from './form-field.ts';

/** Maximum distance of a check box before its caption, in letter heights. */
const BEFORE = 2.5;

/**
 * The state of the only check box beside or below a caption: `selected` or `unselected`. In a file without form fields,
 * a printed mark means `selected`, and its absence is inconclusive.
 */
export function readCheckbox(field: FormField, page: CaptionedPage): FieldReading | undefined {
  const { layout, captions } = page;
  const match = captions.find(({ key }) => key === captionKey(field));
  if (match === undefined) return undefined;
  const [x0, y0, , y1] = match.box;
  const height = Math.max(1, ...match.words.map(({ box }) => box[3] - box[1]));
  const below = regionBelow(match, captions, layout.page.width, false);
  const before = { left: x0 - BEFORE * height, top: y0 - height / 2, right: x0, bottom: y1 + height / 2 };
  const boxes = (layout.page.widgets ?? []).filter(({ checked }) => checked !== undefined);
  for (const region of [before, below]) {
    const [box, ...more] = boxes.filter((widget) => isIn(widget.box, region));
    if (box !== undefined && more.length === 0)
      return { value: box.checked === true ? SELECTED : UNSELECTED, words: match.words, share: match.share };
    const mark =
      boxes.length > 0 ? undefined : layout.page.words.find((word) => MARK.test(word.text) && isIn(word.box, region));
    if (mark !== undefined) return { value: SELECTED, words: [...match.words, mark], share: match.share };
  }
  return undefined;
}

const SELECTED = 'selected';
const UNSELECTED = 'unselected';
/** Marks set into a box; a letter alone may be something else. */
const MARK = /^(?:[✓✔☑☒✗✘]|\[[xX]\]|X)$/u;

/**
 * Proves values that the file's own form fields contain as printed: the field's dictionary and the text drawn on the
 * page agree, and the field contains nothing else.
 */
export function withWidgets(choices: Choices, { layout }: CaptionedPage): readonly Check[] {
  const widgets = (layout.page.widgets ?? []).filter(({ value }) => value !== undefined);
  const checks: Check[] = [];
  for (const [name, choice] of widgets.length === 0 ? [] : choices) {
    const held = heldBy(choice, widgets);
    if (held === undefined) continue;
    const rule = `form_field:${name}`;
    checks.push({ rule, ok: true, detail: `the form's own field holds "${held}", as it is printed` });
    choices.set(name, { ...choice, checks: [...choice.checks, rule], proof: true });
  }
  return checks;
}

/** The content of the form fields under the value's words, if it is exactly those words. */
function heldBy({ spans }: Choice, widgets: readonly FormWidget[]): string | undefined {
  const words = spans.flatMap(({ segment, start, end }) => segment.words.slice(start, end));
  const own = new Set<FormWidget>();
  for (const word of words) {
    const widget = widgets.find(({ box }) => isUnder(word, box));
    if (widget === undefined) return undefined;
    own.add(widget);
  }
  const held = [...own].map(({ value }) => value ?? '').join(' ');
  return own.size > 0 && signs(held) === signs(spans.map(spanText).join(' ')) ? held : undefined;
}

function isUnder({ box: [x0, y0, x1, y1] }: Word, box: FormWidget['box']): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x > box[0] && x < box[2] && y > box[1] && y < box[3];
}

function isIn([x0, y0, x1, y1]: FormWidget['box'], { left, top, right, bottom }: Region): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x > left && x < right && y > top && y < bottom;
}

function signs(text: string): string {
  return text.replace(/\s/g, '');
}
