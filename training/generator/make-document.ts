import { PDFDocument } from '@cantoo/pdf-lib';
import { drawBill } from './blocks/draw-bill.ts';
import { drawReceipt } from './blocks/draw-receipt.ts';
import { drawStatement } from './blocks/draw-statement.ts';
import { drawTrade } from './blocks/draw-trade.ts';
import type { Desk } from './desk.ts';
import { openFonts } from './fonts.ts';
import { HouseStyle } from './house-style.ts';
import { type LayoutProgram, programOf } from './layout-program.ts';
import { LOCALES, type LocaleName } from './locales.data.ts';
import { Random } from './random.ts';
import { type Mark, Sheet } from './sheet.ts';
import { inventTrade } from './trade.ts';
import { type GeneratedTruth, truthOf } from './truth-of.ts';
import type { Wording } from './words/wording.ts';

export interface GeneratedDocument {
  readonly id: string;
  /** The PDF; the same bytes on every run. */
  readonly bytes: Uint8Array;
  readonly truth: GeneratedTruth;
  readonly marks: readonly Mark[];
}

const PAPER = { a4: [595, 842], letter: [612, 792] } as const;
const ROLL_WIDTH = 226;
const ACCENTS = [
  [0.1, 0.25, 0.5],
  [0.5, 0.1, 0.15],
  [0.1, 0.4, 0.3],
  [0.2, 0.2, 0.2],
  [0.45, 0.3, 0.1],
] as const;

/** Makes one document of a program in a locale and a wording. `seed` determines everything else. */
export async function makeDocument(
  programId: number,
  localeName: LocaleName,
  seed: string,
  words: Wording = 'usual',
): Promise<GeneratedDocument> {
  const program = programOf(programId);
  const random = new Random(`${seed} ${programId} ${localeName}`);
  const house = new HouseStyle(localeName, random, words);
  const trade = inventTrade(program, house, random);
  const document = await PDFDocument.create({ updateMetadata: false });
  const [width, height] =
    program.kind === 'receipt' ? [ROLL_WIDTH, 330 + trade.items.length * 26] : PAPER[LOCALES[localeName].paper];
  const sheet = new Sheet(document, await openFonts(document, program.font, house.locale.language), {
    width,
    height,
    rotated: program.rotated,
    spacing: program.spacing,
    accent: random.pick(ACCENTS),
  });
  const margin = program.kind === 'receipt' ? 12 : random.int(36, 62);
  DRAWN_BY[program.kind]({
    sheet,
    house,
    trade,
    program,
    random,
    left: margin,
    right: width - margin,
    bottom: height - 96,
  });
  const id = `p${String(programId).padStart(3, '0')}-${localeName}-${seed}`;
  return {
    id,
    bytes: await document.save(),
    truth: truthOf(id, trade, house, program, sheet.marks, sheet.pageCount),
    marks: sheet.marks,
  };
}

const DRAWN_BY: Readonly<Record<LayoutProgram['kind'], (desk: Desk) => void>> = {
  invoice: drawTrade,
  purchase_order: drawTrade,
  receipt: drawReceipt,
  utility_bill: drawBill,
  bank_statement: drawStatement,
};
