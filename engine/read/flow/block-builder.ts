import type { Align, Block, Run } from './block.ts';

/** How the text of an element looks. */
export interface TextStyle {
  readonly bold: boolean;
  readonly size: number;
  readonly align: Align | undefined;
}

/** Paragraphs of documents have fewer; from here on, texts of one style are joined. */
const MANY_RUNS = 1_000;

/** Collects text into paragraphs. White space at the ends of a paragraph, and paragraphs without text, are dropped. */
export class BlockBuilder {
  readonly #blocks: Block[] = [];
  #runs: Run[] = [];
  #align: Align | undefined;

  text(text: string, { bold, size, align }: TextStyle): void {
    if (text === '') return;
    if (this.#runs.length === 0) this.#align = align;
    const last = this.#runs.at(-1);
    // A parser gives each reference as a text of its own: a million of them may not become a million runs.
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
  // A tab at the start moves the text: it stays.
  const start = index === 0 ? run.text.replace(/^[^\S\t]+/, '') : run.text;
  return { ...run, text: index === runs.length - 1 ? start.trimEnd() : start };
}
