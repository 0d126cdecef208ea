import type { Truth } from './truth.ts';

/** How a run ended. */
export type Ending =
  | { readonly kind: 'read'; readonly text: string; readonly peakBytes: number }
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly peakBytes: number }
  | { readonly kind: 'crashed'; readonly detail: string }
  | { readonly kind: 'hung'; readonly detail: string };

/** Memory limit of a document (corpus README, robustness). */
const MAX_PEAK_BYTES = 2 * 1024 ** 3;

export interface BehaviourScore {
  readonly id: string;
  readonly expected: string;
  readonly right: boolean;
  /** Short description of the outcome. */
  readonly ending: string;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

function holdsWords(expectation: NonNullable<Truth['expect']>, text: string): boolean {
  const wanted = expectation.contains ?? [];
  if (wanted.length === 0) return text.trim() !== '';
  const found = wanted.filter((word) => plain(text).includes(plain(word))).length;
  return found / wanted.length >= (expectation.contains_min ?? 1);
}

/** True if the run neither crashed nor hung, stayed within the memory limit, and ended as the truth expects. */
export function judgeBehaviour(truth: Truth, ending: Ending): BehaviourScore {
  const expectation = truth.expect;
  const expected = expectation?.expect ?? 'none';
  if (ending.kind === 'crashed' || ending.kind === 'hung') {
    return { id: truth.id, expected, right: false, ending: `${ending.kind}: ${ending.detail}` };
  }
  const described = ending.kind === 'read' ? `text of ${ending.text.length} characters` : `error ${ending.code}`;
  if (ending.peakBytes > MAX_PEAK_BYTES) {
    return { id: truth.id, expected, right: false, ending: `${described}, ${ending.peakBytes} bytes of memory` };
  }
  return { id: truth.id, expected, right: expectation ? endsAsExpected(expectation, ending) : true, ending: described };
}

function endsAsExpected(
  expectation: NonNullable<Truth['expect']>,
  ending: Exclude<Ending, { kind: 'crashed' | 'hung' }>,
): boolean {
  const namesCause = ending.kind === 'error' && ending.message.trim() !== '';
  switch (expectation.expect) {
    case 'text':
      return ending.kind === 'read' && holdsWords(expectation, ending.text);
    case 'text_or_empty':
    case 'empty_or_ocr_text':
      return ending.kind === 'read' || (namesCause && ending.code === 'empty');
    case 'error_or_text':
    case 'text_or_error_in_time':
      return ending.kind === 'read' || namesCause;
    case 'password_error':
      return ending.kind === 'error' && namesCause && ending.code === 'encrypted';
  }
}
