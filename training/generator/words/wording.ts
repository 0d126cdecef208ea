import type { LabelGroup } from '#engine/learning';
import { expandPhrases } from '../../labels/expand-phrases.ts';
import { LABEL_PHRASES } from '../../labels/label-phrases.data.ts';
import type { Language } from '../locales.data.ts';
import type { Random } from '../random.ts';
import { inventWord } from './invent-word.ts';
import { SECOND_UNSEEN_WORDS } from './second-unseen-words.data.ts';
import { UNSEEN_WORDS } from './unseen-words.data.ts';

/**
 * The labels of a generated document: those of its market, one of the two lists unknown to the engine, or a mix of
 * usual, rare and invented ones, from which a scorer learns to use the position of a value.
 */
export const WORDINGS = ['usual', 'unseen', 'second-unseen', 'mixed'] as const;
export type Wording = (typeof WORDINGS)[number];

/** The wording named on the command line; undefined for other words. */
export function wordingOf(name: string): Wording | undefined {
  return WORDINGS.find((wording) => wording === name);
}

/** False for languages missing from a list of unknown words; they would be printed in usual words. */
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

/**
 * Shares of unusual words; one is drawn for each mixed document, so that some contain only known words and some none.
 */
const STRANGE_SHARES = [0.25, 0.6, 1, 1];
/** Share of rare words of the language among the unusual words; the others are invented. */
const RARE_SHARE = 0.5;

/** Draws unusual words for the labels of one document. */
export class StrangeWords {
  readonly #random: Random;
  readonly #language: string;
  readonly #share: number;

  constructor(random: Random, language: string) {
    this.#random = random;
    this.#language = language === 'nb' ? 'no' : language;
    this.#share = random.pick(STRANGE_SHARES);
  }

  /** An unusual word for a label, or undefined to keep the usual one. */
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
