import type { PageCandidates } from '../../candidates/collect.ts';
import { type Segment, type Span, spanOfText } from '../../layout/lines.ts';

/** A text and the text in the position of its caption, whether or not the caption is a known label. */
export interface CaptionedText {
  readonly caption: string;
  readonly text: string;
  readonly span: Span;
}

const LONGEST_CAPTION = 32;
const LONGEST_TEXT = 70;
const CAPTION_WORDS = 5;
/** A caption above its text is nearer than this, in letter heights of the text. */
const NEAR_ABOVE = 1.6;

/** Texts beside, below or after a short text that is set off by a colon, bold type or a smaller size. */
export function captionedTexts(page: PageCandidates): readonly CaptionedText[] {
  return page.layout.lines.flatMap((line, index) =>
    line.segments.flatMap((segment) => {
      const inline = /^([^:]{2,32}):\s+(?=\S)/.exec(segment.text);
      if (inline !== null) {
        const from = inline[0].length;
        return captioned(inline[1] ?? '', segment.text.slice(from), spanOfText(segment, from, segment.text.length));
      }
      const whole: Span = { segment, start: 0, end: segment.words.length };
      const left = line.segments[segment.place - 1];
      if (left !== undefined && standsOut(left, segment)) return captioned(left.text, segment.text, whole);
      const above = [index - 1, index - 2]
        .flatMap((at) => page.layout.lines[at]?.segments ?? [])
        .find((other) => isOver(other, segment) && standsOut(other, segment));
      return above === undefined ? [] : captioned(above.text, segment.text, whole);
    }),
  );
}

function captioned(caption: string, text: string, span: Span): readonly CaptionedText[] {
  const fits =
    caption.length <= LONGEST_CAPTION &&
    caption.split(' ').length <= CAPTION_WORDS &&
    !/\d{3}/.test(caption) &&
    text.length <= LONGEST_TEXT &&
    /\p{L}{2}/u.test(text);
  return fits ? [{ caption, text, span }] : [];
}

function standsOut(caption: Segment, text: Segment): boolean {
  return (
    /:\s*$/.test(caption.text) ||
    (caption.bold && !text.bold) ||
    (caption.size < text.size && caption.bold === text.bold)
  );
}

function isOver(caption: Segment, text: Segment): boolean {
  const gap = text.box[1] - caption.box[3];
  return Math.abs(caption.box[0] - text.box[0]) < text.size && gap >= -text.size / 2 && gap < NEAR_ABOVE * text.size;
}
