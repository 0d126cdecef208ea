import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { MAX_XML_TAG } from '../limits.ts';
import { findXmlFault } from './check-xml.ts';

async function check(text: string) {
  let turns = 0;
  const fault = await findXmlFault(text, async () => {
    turns += 1;
  });
  return { fault, turns };
}

const LINE = '<l a=">" b=\'"\'>x &amp; y<!-- z --><e/><![CDATA[1 < 2]]></l>';

test.each([
  ['many elements', `<r>${LINE.repeat(20_000)}</r>`],
  ['a long text with references', `<r><a>${'&#65;'.repeat(300_000)}</a></r>`],
  ['a long text without any', `<r><a>${'x '.repeat(500_000)}</a></r>`],
])('%s are validated with turns between pieces', async (_name, text) => {
  const { fault, turns } = await check(text);
  expect(fault).toBeUndefined();
  expect(turns).toBeGreaterThan(5);
});

/** Faults behind so much text that they lie in a later piece than the elements around them. */
const FAR = LINE.repeat(5_000);

test.each([
  ['an element that is not closed', `<r>${FAR}<a>${FAR}</r>`],
  ['an element closed by another name', `<r><a>${FAR}</b>${FAR}</r>`],
  ['one end too many', `<r>${FAR}</r></r>`],
  ['a second root', `<r>${FAR}</r><r>${FAR}</r>`],
  ['text behind the root', `<r>${FAR}</r>${'x'.repeat(300_000)}`],
  ['a bare ampersand', `<r>${FAR}<a>${'x'.repeat(400_000)} & ${'x'.repeat(400_000)}</a></r>`],
  ['an attribute without quotes', `<r>${FAR}<a b=c/>${FAR}</r>`],
  ['a quote that never closes', `<r>${FAR}<a b="c/></r>`],
  ['a comment that never closes', `<r>${FAR}<!-- ${FAR.replaceAll('-->', '')}</r>`],
])('%s is found', async (_name, text) => {
  expect((await check(text)).fault).toBe('malformed');
});

test('a tag beyond the limit is refused as too large', async () => {
  const attributes = (length: number) => `a="${'x'.repeat(length)}"`;
  expect((await check(`<r ${attributes(MAX_XML_TAG - 20)}/>`)).fault).toBeUndefined();
  expect((await check(`<r ${attributes(MAX_XML_TAG)}/>`)).fault).toBe('too-large');
});

test('whatever the text, the verdict is the one of the validator on the whole', async () => {
  const part = fc.constantFrom(
    '<a>',
    '</a>',
    '<b c="d">',
    '</b>',
    '<e/>',
    'x',
    '&amp;',
    '&',
    ' ',
    '<!-- x -->',
    '<f g=">"/>',
    '"',
    "'",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 12 }), fc.integer({ min: 0, max: 2 }), async (parts, fill) => {
      const filler = `<p>${'t'.repeat(60_000)}</p>`.repeat(fill);
      const text = `<r>${filler}${parts.join('')}${filler}</r>`;
      expect((await check(text)).fault === undefined).toBe(XMLValidator.validate(text) === true);
    }),
  );
});
