import type { LabelGroup } from '#engine/learning';
import { expandPhrases } from '../../labels/expand-phrases.ts';
import { LABEL_PHRASES } from '../../labels/label-phrases.data.ts';
import type { Language } from '../locales.data.ts';
import type { Random } from '../random.ts';
import { inventWord } from './invent-word.ts';
import { SECOND_UNSEEN_WORDS } from './second-unseen-words.data.ts';
import { UNSEEN_WORDS } from './unseen-words.data.ts';

/**
 * Which words a made document prints beside its values: those of its market, one of the two lists that the engine does
 * not know, or a mix of usual, rare and invented ones, from which a scorer learns what the place of a value says.
 */
export const WORDINGS = ['usual', 'unseen', 'second-unseen', 'mixed'] as const;
export type Wording = (typeof WORDINGS)[number];

/** The wording that a command names; undefined for another word. */
export function wordingOf(name: string): Wording | undefined {
  return WORDINGS.find((wording) => wording === name);
}

/** False for a language that a list of unknown words leaves out: it would be printed in usual ones. */
export function hasWords(wording: Wording, language: Language): boolean {
  switch (wording) {
    case 'unseen':
      return language in UNSEEN_WORDS;
    case 'second-unseen':
      return language in SECOND_UNSEEN_WORDS;
    case 'usual':
    case 'mixed':
      return true;
  }
}

/** Shares of strange words; one is drawn for each mixed document, so that some know all words and some know none. */
const STRANGE_SHARES = [0.25, 0.6, 1, 1];
/** Of the strange words so many are rare ones of the language; the others mean nothing to anybody. */
const RARE_SHARE = 0.5;

/** Draws strange words for the labels of one document. */
export class StrangeWords {
  readonly #random: Random;
  readonly #language: string;
  readonly #share: number;

  constructor(random: Random, language: string) {
    this.#random = random;
    this.#language = language === 'nb' ? 'no' : language;
    this.#share = random.pick(STRANGE_SHARES);
  }

  /** A strange word for a thing, or undefined where the usual one stays. */
  draw(group: LabelGroup): string | undefined {
    if (!this.#random.chance(this.#share)) return undefined;
    const pattern = LABEL_PHRASES[this.#language]?.[group];
    if (pattern === undefined || !this.#random.chance(RARE_SHARE)) return this.#invented();
    const text = this.#random.pick(expandPhrases(pattern));
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  #invented(): string {
    const words = Array.from({ length: this.#random.int(1, 3) }, () => inventWord(this.#random));
    const text = words.join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
}
