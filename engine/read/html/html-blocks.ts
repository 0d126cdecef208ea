/**
 * Converts HTML to blocks: what a browser would show, in file order. Scripts, styles and hidden elements are dropped;
 * style sheets are not applied, so only an element's own attributes count.
 */
import { Parser } from 'htmlparser2';
import { type Block, BODY_SIZE } from '../flow/block.ts';
import { BlockBuilder } from '../flow/block-builder.ts';
import { feedMarkup } from '../text/feed-markup.ts';
import { TableBuilder } from './table-builder.ts';

const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'math',
  'object',
  'iframe',
  'select',
]);
const OWN_LINE = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary ul'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt']);
const HEADING_SIZES: Readonly<Record<string, number>> = { h1: 18, h2: 15, h3: 12.5, h4: 11 };
/** Void elements: they never become the parent of what follows. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Maximum nesting; deeper markup is an attack. Its text is kept, its structure is not. */
const MAX_DEPTH = 200;
const MAX_TABLE_DEPTH = 12;
const MAX_OPEN = 5_000;

interface Open {
  readonly name: string;
  readonly hidden: boolean;
  readonly bold: boolean;
  readonly size: number;
  readonly pre: boolean;
  readonly align: 'left' | 'center' | 'right' | undefined;
  /** The table or cell that ends with this element. */
  readonly table?: TableBuilder;
}

const ROOT: Open = { name: '', hidden: false, bold: false, size: BODY_SIZE, pre: false, align: undefined };

/**
 * Converts HTML text to blocks, with entities decoded. Never throws because of its content. Returns `undefined` if it
 * leaves more elements open than any real page does.
 */
export async function blocksOfHtml(html: string, pause: () => Promise<void>): Promise<Block[] | undefined> {
  let openElements = 0;
  const stack: Open[] = [ROOT];
  const tables: TableBuilder[] = [];
  const page = new BlockBuilder();
  const into = () => tables.at(-1)?.cell ?? page;
  const top = () => stack.at(-1) ?? ROOT;

  const parser = new Parser({
    onopentag(name, attributes) {
      openElements += 1;
      const parent = top();
      const open = opened(name, attributes, parent);
      if (!open.hidden) {
        if (name === 'br') into().text('\n', parent);
        else if (name === 'input') into().text(` ${shownValue(attributes)} `, parent);
        else if (OWN_LINE.has(name)) into().endParagraph();
      }
      if (VOID.has(name) || stack.length >= MAX_DEPTH) return;
      if (name === 'table' && !open.hidden && tables.length < MAX_TABLE_DEPTH) {
        into().endParagraph();
        const table = new TableBuilder();
        tables.push(table);
        stack.push({ ...open, table });
        return;
      }
      if (!open.hidden && name === 'tr') tables.at(-1)?.startRow();
      if (!open.hidden && (name === 'td' || name === 'th')) tables.at(-1)?.startCell(attributes);
      stack.push(open);
    },
    ontext(text) {
      const open = top();
      if (!open.hidden) into().text(open.pre ? text : text.replace(/[\s\u00a0]+/g, ' '), open);
    },
    onclosetag(name) {
      openElements -= 1;
      const at = stack.findLastIndex((open) => open.name === name);
      if (at <= 0) return;
      for (const closed of stack.splice(at).toReversed()) {
        if (closed.table !== undefined) {
          tables.pop();
          into().add(closed.table.finish());
        } else if (!closed.hidden && (closed.name === 'td' || closed.name === 'th')) tables.at(-1)?.endCell();
        else if (!closed.hidden && OWN_LINE.has(closed.name)) into().endParagraph();
      }
    },
  });
  if (!(await feedMarkup(parser, html, () => openElements, MAX_OPEN, pause))) return undefined;
  for (const table of tables.splice(0).toReversed()) into().add(table.finish());
  return page.finish();
}

function opened(name: string, attributes: Readonly<Record<string, string>>, parent: Open): Open {
  const style = (attributes['style'] ?? '').toLowerCase().replaceAll(/\s/g, '');
  const align = /text-align:(left|center|right)/.exec(style)?.[1] ?? attributes['align']?.toLowerCase();
  return {
    name,
    hidden: parent.hidden || DROPPED.has(name) || isHidden(attributes, style),
    bold:
      /font-weight:(?:bold|[6-9]00)/.test(style) ||
      BOLD.has(name) ||
      (parent.bold && !/font-weight:normal/.test(style)),
    size: HEADING_SIZES[name] ?? sizeOf(style) ?? parent.size,
    pre: parent.pre || name === 'pre' || name === 'textarea',
    align: align === 'left' || align === 'center' || align === 'right' ? align : parent.align,
  };
}

/** Content hidden in mails: preview lines, tracking texts, parts for other mail programs. */
function isHidden(attributes: Readonly<Record<string, string>>, style: string): boolean {
  return (
    'hidden' in attributes ||
    /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|font-size:0(?:px|pt|em)?(?:;|!|$)|opacity:0(?:;|!|$))/.test(
      style,
    ) ||
    /(?:^|;)max-height:0(?:px)?(?:;|!|$)/.test(style)
  );
}

function sizeOf(style: string): number | undefined {
  const [, number, unit] = /(?:^|;)font-size:(\d+(?:\.\d+)?)(px|pt)/.exec(style) ?? [];
  if (number === undefined) return undefined;
  const points = Number(number) * (unit === 'px' ? 0.75 : 1);
  return Math.min(30, Math.max(6, points));
}

function shownValue(attributes: Readonly<Record<string, string>>): string {
  return attributes['type'] === 'hidden' || attributes['type'] === 'password' ? '' : (attributes['value'] ?? '');
}
