import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Locale } from '../locale.ts';
import type { Amounts, SampleSpec } from '../spec.ts';
import { drawAiry } from './airy.ts';
import { drawBoxed } from './boxed.ts';
import { drawClassic } from './classic.ts';
import { drawLetter } from './letter.ts';
import { drawTill } from './till.ts';

export interface LayoutInput {
  readonly document: PDFDocument;
  readonly spec: SampleSpec;
  readonly amounts: Amounts;
  readonly locale: Locale;
}

/** A layout program draws a whole document. They differ in structure, not only in looks. */
export type Layout = (input: LayoutInput) => Promise<void>;

export const LAYOUTS: Readonly<Record<SampleSpec['layout'], Layout>> = {
  classic: drawClassic,
  letter: drawLetter,
  boxed: drawBoxed,
  airy: drawAiry,
  till: drawTill,
};
