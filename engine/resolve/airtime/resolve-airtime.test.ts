import { expect, test } from 'vitest';
import { collectCandidates } from '../../candidates/collect.ts';
import { buildLines } from '../../layout/lines.ts';
import { FREE_PACE } from '../../pace.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { createContext, groupLinks } from '../base/context.ts';
import { isAirtime } from './is-airtime.ts';
import { resolveAirtime } from './resolve-airtime.ts';

async function contextFrom(text: string) {
  const pages = documentFromText(text).pages.map((page) => collectCandidates(buildLines(page)));
  return createContext(pages, await groupLinks(pages, FREE_PACE), 'purchase_order', 'en');
}

const order = (whole: string, kept: string, rest: string) => `WQXA             ORDER

Zorbel:          Citizens for Dry Cellars
Plimt:           Harbour Media Group

Program          Days      Time              Spots     Rate       Amount
Morning Report   M-F       6a-7a                 2   100.00       200.00
Late Report      Sa-Su     11p-11:30p            4   200.00       800.00

Frobil           ${whole}
Dranko           ${rest}
Wimp             ${kept}`;

test('an amount of which the commission and the rest are printed is the gross amount, for a person to see', async () => {
  const context = await contextFrom(order('1,000.00', '850.00', '150.00'));
  const gross = resolveAirtime(new Map(), context).get('gross_amount');
  expect(gross).toMatchObject({ value: '1000.00', proof: false });
  expect(gross?.measured).toBeLessThan(0.9);
});

test('the amount that a column adds up to needs no commission', async () => {
  const gross = resolveAirtime(new Map(), await contextFrom(order('1,000.00', '', ''))).get('gross_amount');
  expect(gross?.value).toBe('1000.00');
});

test('who asks for votes advertises, and an agency does not', async () => {
  const context = await contextFrom(order('1,000.00', '850.00', '150.00'));
  expect(resolveAirtime(new Map(), context).get('advertiser_name')?.value).toBe('Citizens for Dry Cellars');
});

test('an order of goods is no order of time', async () => {
  const text = 'ORDER\n\nOak table    2    50.00    100.00\nTotal    100.00';
  expect(isAirtime(await contextFrom(text))).toBe(false);
});
