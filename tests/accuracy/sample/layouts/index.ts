import type { SampleSpec } from '../spec.ts';
import { drawAiry } from './airy.ts';
import { drawBoxed } from './boxed.ts';
import { drawClassic } from './classic.ts';
import type { LayoutInput } from './layout-input.ts';
import { drawLetter } from './letter.ts';
import { drawTill } from './till.ts';

/** A layout program draws a whole document. Programs differ in structure, not only in appearance. */
export type Layout = (input: LayoutInput) => Promise<void>;

export const LAYOUTS: Readonly<Record<SampleSpec['layout'], Layout>> = {
  classic: drawClassic,
  letter: drawLetter,
  boxed: drawBoxed,
  airy: drawAiry,
  till: drawTill,
};
