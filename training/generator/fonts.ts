import { type PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { LayoutProgram } from './layout-program.ts';
import type { Fonts } from './sheet.ts';

const STANDARD = {
  sans: [StandardFonts.Helvetica, StandardFonts.HelveticaBold],
  serif: [StandardFonts.TimesRoman, StandardFonts.TimesRomanBold],
  mono: [StandardFonts.Courier, StandardFonts.CourierBold],
} as const;

/** The program's fonts, of the standard fourteen: Windows-1252 letters only. */
export async function openFonts(document: PDFDocument, font: LayoutProgram['font']): Promise<Fonts> {
  const [plain, bold] = STANDARD[font];
  return { plain: await document.embedFont(plain), bold: await document.embedFont(bold) };
}
