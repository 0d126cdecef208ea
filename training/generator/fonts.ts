import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
import fontkit from '@cantoo/fontkit';
import { type PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { LayoutProgram } from './layout-program.ts';
import type { LocaleData } from './locales.data.ts';
import type { Fonts } from './sheet.ts';
import { filesOfTar } from './tar-files.ts';

const STANDARD = {
  sans: [StandardFonts.Helvetica, StandardFonts.HelveticaBold],
  serif: [StandardFonts.TimesRoman, StandardFonts.TimesRomanBold],
  mono: [StandardFonts.Courier, StandardFonts.CourierBold],
} as const;

/** Languages with letters outside Windows-1252, the limit of the standard fonts. */
const NEEDS_EMBEDDING = new Set<LocaleData['language']>(['pl', 'cs']);

/** Open Sans (SIL Open Font Licence 1.1), from the browser package the tests use anyway. */
const OPEN_SANS = '@sparticuz/chromium/bin/fonts.tar.br';

let openSans: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/** The program's fonts: standard ones, or embedded ones if the language or the program requires it. */
export async function openFonts(
  document: PDFDocument,
  font: LayoutProgram['font'],
  language: LocaleData['language'],
): Promise<Fonts> {
  if (font !== 'embedded' && !NEEDS_EMBEDDING.has(language)) {
    const [plain, bold] = STANDARD[font];
    return { plain: await document.embedFont(plain), bold: await document.embedFont(bold) };
  }
  openSans ??= readOpenSans();
  const files = await openSans;
  document.registerFontkit(fontkit);
  const embed = (name: string) => {
    const bytes = files.get(`fonts/Open_Sans/${name}`);
    if (bytes === undefined) throw new Error(`${OPEN_SANS} has no ${name}`);
    return document.embedFont(bytes, { subset: true, customName: name.replace('.ttf', '') });
  };
  return { plain: await embed('OpenSans-Regular.ttf'), bold: await embed('OpenSans-Bold.ttf') };
}

async function readOpenSans(): Promise<ReadonlyMap<string, Uint8Array>> {
  const root = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = root.slice(0, root.lastIndexOf('chromium') + 'chromium'.length);
  return filesOfTar(brotliDecompressSync(await readFile(`${folder}/bin/fonts.tar.br`)));
}
