import type { Zip } from '../zip/open-zip.ts';
import { followXml } from './xml-events.ts';

/** Text formatting; missing values are inherited from the style and then from its base styles. */
export interface TextLook {
  readonly bold?: boolean;
  /** In points. */
  readonly size?: number;
}

export interface DocxStyles {
  readonly body: TextLook;
  /** Keyed by the id that paragraphs and runs reference. */
  readonly named: ReadonlyMap<string, TextLook>;
}

/** Maximum length of a chain of base styles; also ends cycles. */
const MAX_BASES = 20;

/** True unless the value turns it off (ECMA-376 part 1, 17.17.4). */
export function toggle(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/.test(value);
}

/** Sizes are in half points. */
export function sizeOf(value: string | undefined): number | undefined {
  const halves = Number(value);
  return Number.isFinite(halves) && halves >= 8 && halves <= 144 ? halves / 2 : undefined;
}

export async function readDocxStyles(zip: Zip, pause: () => Promise<void>): Promise<DocxStyles> {
  const bytes = await zip.read('word/styles.xml');
  const stated = new Map<string, TextLook & { base?: string }>();
  let body: TextLook = {};
  if (bytes === undefined) return { body, named: stated };
  let id: string | undefined;
  let current: { bold?: boolean; size?: number; base?: string } = {};
  let inDefaults = false;
  await followXml(
    bytes,
    {
      open(name, attributes) {
        const value = attributes['w:val'];
        if (name === 'rPrDefault') inDefaults = true;
        else if (name === 'style') {
          id = attributes['w:styleId'];
          current = {};
        } else if (name === 'basedOn' && value !== undefined) current.base = value;
        else if (name === 'b') current.bold = toggle(value);
        else if (name === 'sz') {
          const size = sizeOf(value);
          if (size !== undefined) current.size = size;
        }
      },
      close(name) {
        if (name === 'rPrDefault' && inDefaults) {
          body = current;
          inDefaults = false;
        } else if (name === 'style' && id !== undefined) stated.set(id, current);
      },
    },
    pause,
  );
  return { body, named: new Map([...stated.keys()].map((name) => [name, inherited(name, stated)])) };
}

function inherited(name: string, stated: ReadonlyMap<string, TextLook & { readonly base?: string }>): TextLook {
  let look: TextLook = {};
  let next: string | undefined = name;
  for (let bases = 0; next !== undefined && bases < MAX_BASES; bases++) {
    const style: (TextLook & { readonly base?: string }) | undefined = stated.get(next);
    if (style === undefined) break;
    const { base, ...own } = style;
    look = { ...own, ...look };
    next = base;
  }
  return look;
}
