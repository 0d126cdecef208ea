import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrapSigned } from './unwrap-signed.ts';

const OID = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const DATA = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];

function der(tag: number, content: readonly number[]): number[] {
  const { length } = content;
  if (length < 0x80) return [tag, length, ...content];
  return [tag, 0x83, length >> 16, (length >> 8) & 0xff, length & 0xff, ...content];
}

const openEnded = (tag: number, content: readonly number[]) => [tag, 0x80, ...content, 0, 0];

/** A signed file without its signature: the reader ignores everything after the content. */
function signed(octets: readonly number[], wrap: typeof der): Uint8Array {
  const encapsulated = wrap(0x30, [...DATA, ...wrap(0xa0, octets)]);
  const data = wrap(0x30, [...der(0x02, [1]), ...der(0x31, []), ...encapsulated, ...der(0x31, [])]);
  return Uint8Array.from(wrap(0x30, [...OID, ...wrap(0xa0, data)]));
}

const contentOf = (bytes: Uint8Array) => {
  const unwrapped = unwrapSigned(bytes);
  const part = unwrapped.ok ? unwrapped.parts[0] : undefined;
  return part?.kind === 'file' ? [...part.bytes] : undefined;
};

const content = fc.uint8Array({ minLength: 1, maxLength: 300 });

test('what was signed comes out as it went in: whole, in chunks, in base64', () => {
  fc.assert(
    fc.property(content, fc.nat(299), (data, cut) => {
      const pieces = [data.slice(0, cut), data.slice(cut)].flatMap((piece) => der(0x04, [...piece]));
      expect(contentOf(signed(der(0x04, [...data]), der))).toEqual([...data]);
      const chunked = signed(openEnded(0x24, pieces), openEnded);
      expect(contentOf(chunked)).toEqual([...data]);
      expect(contentOf(new TextEncoder().encode(`${btoa(String.fromCharCode(...chunked))}\n`))).toEqual([...data]);
    }),
  );
});

test('a signature apart from its document, cut-off and random bytes are damaged', () => {
  expect(unwrapSigned(signed([], der))).toMatchObject({ ok: false, error: { code: 'damaged' } });
  fc.assert(
    fc.property(content, fc.nat(100), (data, cut) => {
      const whole = signed(der(0x04, [...data]), der);
      expect(unwrapSigned(whole.slice(0, Math.min(cut, whole.length - 1)))).toMatchObject({ ok: false });
      unwrapSigned(data);
    }),
  );
});

test.each([20, 1_000, 200_000])('%i elements inside each other are a damaged file, not a full stack', (depth) => {
  const head = [0x30, 0x80, ...OID, 0xa0, 0x80, 0x30, 0x80];
  const bytes = Uint8Array.from([...head, ...Array.from({ length: depth }, () => [0x24, 0x80]).flat()]);
  expect(unwrapSigned(bytes)).toMatchObject({ ok: false, error: { code: 'damaged' } });
});
