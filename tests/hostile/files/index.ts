import type { HostileFile } from '../hostile-file.ts';
import { ARCHIVES } from './archives.ts';
import { MARKUP } from './markup.ts';
import { PDFS } from './pdfs.ts';
import { PICTURES } from './pictures.ts';
import { TEXTS } from './texts.ts';

/** Every hostile file, by a name of its own. */
export const HOSTILE_FILES: readonly HostileFile[] = [...PDFS, ...PICTURES, ...ARCHIVES, ...MARKUP, ...TEXTS];
