import { type Segment, type Span, spanOfText, spanText } from '../layout/lines.ts';
import { foldText } from '../normalise/fold-text.ts';
import type { PageCandidates } from './collect.ts';
import { cleanName, type PartyCandidate, trimLine } from './party-block.ts';
import { keyOf } from './party-keys.ts';

/**
 * Captions written downwards, one character above the other, as Chinese and Japanese forms have them at the left edge of
 * a box: 购买方信息, 销售方信息. The rows of keys right of such a column belong to the side that it names.
 */

const BUYER = /^[购購买買](?:[买買货貨]?方|受人)/u;
const SELLER = /^(?:[销銷]售?|[卖賣])方/u;
/** Characters further apart than this many letter heights are no word. */
const CHARACTER_GAP = 1.2;
const ONE_CHARACTER = /^\p{Script=Han}$/u;

interface Column {
  readonly segments: readonly Segment[];
  readonly text: string;
}

/** The party of each box with such a caption. */
export function stackedParties(page: PageCandidates): PartyCandidate[] {
  const columns = columnsOf(page);
  return columns.flatMap((column) => {
    const side = BUYER.test(column.text) ? 'customer' : SELLER.test(column.text) ? 'vendor' : undefined;
    const party = side === undefined ? undefined : partyBeside(page, column, columns, side);
    return party === undefined ? [] : [party];
  });
}

function columnsOf(page: PageCandidates): readonly Column[] {
  const columns: Segment[][] = [];
  for (const line of page.layout.lines) {
    for (const segment of line.segments) {
      if (!ONE_CHARACTER.test(segment.text)) continue;
      const above = columns.find((column) => {
        const last = column.at(-1);
        return (
          last !== undefined &&
          Math.abs(last.box[0] - segment.box[0]) < segment.size / 2 &&
          segment.box[1] >= last.box[3] - segment.size / 2 &&
          segment.box[1] - last.box[3] < CHARACTER_GAP * segment.size
        );
      });
      if (above === undefined) columns.push([segment]);
      else above.push(segment);
    }
  }
  return columns
    .filter((column) => column.length > 1)
    .map((segments) => ({ segments, text: segments.map(({ text }) => text).join('') }));
}

function partyBeside(
  page: PageCandidates,
  column: Column,
  columns: readonly Column[],
  side: 'customer' | 'vendor',
): PartyCandidate | undefined {
  const [first, last] = [column.segments[0], column.segments.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const right = Math.min(
    ...columns.flatMap(({ segments: [top] }) => (top !== undefined && top.box[0] > first.box[2] ? [top.box[0]] : [])),
    page.layout.page.width,
  );
  const values = new Map<string, Span>();
  for (const line of page.layout.lines) {
    for (const segment of line.segments) {
      const middle = (segment.box[1] + segment.box[3]) / 2;
      const isBeside =
        middle > first.box[1] - first.size && middle < last.box[3] + last.size && segment.box[0] > first.box[0];
      if (!isBeside || segment.box[0] >= right) continue;
      const colon = segment.text.search(/[:：]/);
      const key = colon < 0 ? undefined : keyOf(foldText(segment.text.slice(0, colon)));
      const rest = /\S/.exec(segment.text.slice(colon + 1));
      if (key !== undefined && rest !== null && !values.has(key))
        values.set(key, spanOfText(segment, colon + 1 + rest.index, segment.text.length));
    }
  }
  const name = values.get('name');
  if (name === undefined) return undefined;
  const street = values.get('street');
  return {
    page: first.page,
    name,
    nameTail: undefined,
    nameText: cleanName(spanText(name)),
    address: street === undefined ? [] : [street],
    addressText: street === undefined ? '' : trimLine(spanText(street)),
    label: {
      segment: first,
      phrase: column.text,
      start: 0,
      end: 1,
      textStart: 0,
      textEnd: first.text.length,
      roles: [side],
      strength: 1,
      opens: true,
      languages: [],
    },
    source: 'label',
    id: undefined,
    taxId: values.get('tax_id'),
    hasPostal: false,
  };
}
