import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_XML_DEPTH, MAX_XML_TAGS } from '../limits.ts';
import { all, first } from './xml-query.ts';
import { parseXml as parseWith } from './xml-tree.ts';

const parseOrRefuse = (bytes: Uint8Array) => parseWith(bytes, async () => undefined);
const parseXml = async (bytes: Uint8Array) => {
  const tree = await parseOrRefuse(bytes);
  return tree === 'too-large' ? undefined : tree?.root;
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('parseXml', () => {
  it('says of more tags than are read that they are too many, whichever kind they are', async () => {
    expect(await parseOrRefuse(utf8(`<r>${'<a/>'.repeat(MAX_XML_TAGS)}</r>`))).toBe('too-large');
    expect(await parseOrRefuse(utf8(`<r>${'<a></a>'.repeat(MAX_XML_TAGS / 2)}</r>`))).toBe('too-large');
  });

  it.each(['<!--', '<![CDATA[', '<?x ', '<a '])(
    'refuses %s that never closes before the validator runs',
    async (open) => {
      expect(await parseOrRefuse(utf8(`<r>${open.repeat(100_000)}`))).toBeUndefined();
    },
  );

  it('names nodes without prefix and gives each a path that finds it', async () => {
    const root = await parseXml(
      utf8('<a:doc xmlns:a="urn:x"><a:line/><a:line k="1"><b>two</b></a:line><b>end</b></a:doc>'),
    );
    expect(all(root, 'line').map((node) => node.path)).toEqual(['/doc/line[1]', '/doc/line[2]']);
    expect(first(root, 'line/b')).toMatchObject({ text: 'two', path: '/doc/line[2]/b' });
    expect(all(root, 'line')[1]?.attributes).toEqual({ k: '1' });
  });

  it('decodes references once and leaves CDATA literal', async () => {
    const root = await parseXml(
      utf8('<r><a>Fish &amp; &#67;hips &#x20AC; &amp;lt;</a><b><![CDATA[1 < 2 &amp;]]></b></r>'),
    );
    expect(first(root, 'a')?.text).toBe('Fish & Chips € &lt;');
    expect(first(root, 'b')?.text).toBe('1 < 2 &amp;');
  });

  it.each([
    ['UTF-8', utf8('<r>Käse</r>')],
    ['UTF-8 with a mark', utf8('\ufeff<r>Käse</r>')],
    ['ISO-8859-1', latin1('<?xml version="1.0" encoding="ISO-8859-1"?><r>K\xe4se</r>')],
    ['Windows-1252 under a wrong name', latin1('<?xml version="1.0" encoding="UTF-8"?><r>K\xe4se</r>')],
    ['UTF-16 little endian', utf16('\ufeff<r>Käse</r>', true)],
    ['UTF-16 big endian', utf16('\ufeff<?xml version="1.0" encoding="UTF-16"?><r>Käse</r>', false)],
  ])('reads %s', async (_, bytes) => {
    expect((await parseXml(bytes))?.text).toBe('Käse');
  });

  it('refuses a DOCTYPE, so that no entity is ever expanded', async () => {
    const bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>';
    expect(await parseXml(utf8(bomb))).toBeUndefined();
    expect(await parseXml(utf8(`<?xml version="1.0"?><!-- first -->\n${bomb}`))).toBeUndefined();
  });

  it('refuses nesting beyond the bound', async () => {
    const deep = (levels: number) => utf8('<a>'.repeat(levels) + '</a>'.repeat(levels));
    expect(await parseXml(deep(MAX_XML_DEPTH - 1))).toBeDefined();
    expect(await parseXml(deep(200_000))).toBeUndefined();
  });

  it.each(['<a><b></a>', '<a>', 'plain', '<a/><b/>', '<a x=1/>'])('refuses %s', async (text) => {
    expect(await parseXml(utf8(text))).toBeUndefined();
  });

  it('never throws, whatever the bytes', async () => {
    const nearXml = fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', '&', '"', ' ', '!', '[', ']', '-', '?') });
    await fc.assert(
      fc.asyncProperty(nearXml, async (text) => void (await parseXml(utf8(text)))),
      { numRuns: 300 },
    );
    await fc.assert(fc.asyncProperty(fc.uint8Array(), async (bytes) => void (await parseXml(bytes))));
  });
});
