import type { Align, Block, Run } from './block.ts';

/** Appearance of an element's text. */
export interface TextStyle {
  readonly bold: boolean;
  readonly size: number;
  readonly align: Align | undefined;
}

/** Real paragraphs have fewer runs; beyond this, adjacent runs of the same style are merged. */
const MANY_RUNS = 1_000;

/** Collects text into paragraphs. Leading and trailing white space and empty paragraphs are dropped. */
export class BlockBuilder {
  readonly #blocks: Block[] = [];
  #runs: Run[] = [];
  #align: Align | undefined;

  text(text: string, { bold, size, align }: TextStyle): void {
    if (text === '') return;
    if (this.#runs.length === 0) this.#align = align;
    const last = this.#runs.at(-1);
    // A parser emits each reference as a separate text: a million of them must not become a million runs.
    if (this.#runs.length >= MANY_RUNS && last?.bold === bold && last.size === size)
      this.#runs[this.#runs.length - 1] = { text: last.text + text, bold, size };
    else this.#runs.push({ text, bold, size });
  }

  add(block: Block): void {
    this.endParagraph();
    this.#blocks.push(block);
  }

  endParagraph(): void {
    const first = this.#runs.findIndex(({ text }) => text.trim() !== '' || text.includes('\t'));
    const last = this.#runs.findLastIndex(({ text }) => text.trim() !== '');
    const runs = last < 0 ? [] : this.#runs.slice(first, last + 1);
    this.#runs = [];
    if (runs.length === 0) return;
    this.#blocks.push({ kind: 'paragraph', runs: runs.map(trimmed), ...(this.#align && { align: this.#align }) });
  }

  finish(): Block[] {
    this.endParagraph();
    return this.#blocks;
  }
}

function trimmed(run: Run, index: number, runs: readonly Run[]): Run {
  // A leading tab indents the text, so it is kept.
  const start = index === 0 ? run.text.replace(/^[^\S\t]+/, '') : run.text;
  return { ...run, text: index === runs.length - 1 ? start.trimEnd() : start };
}
