import type { HostileFile } from '../hostile-file.ts';
import { ARCHIVES } from './archives.ts';
import { LONG_PDFS } from './long-pdfs.ts';
import { MARKUP } from './markup.ts';
import { PDFS } from './pdfs.ts';
import { PICTURES } from './pictures.ts';
import { TEXTS } from './texts.ts';

/** All hostile files, by unique name. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...PDFS,
  ...LONG_PDFS,
  ...PICTURES,
  ...ARCHIVES,
  ...MARKUP,
  ...TEXTS,
];
