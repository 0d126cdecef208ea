import { crc32, deflateSync } from 'node:zlib';
import { type HostileFile, joined, latin1, seeded, utf8 } from '../hostile-file.ts';
import { packedZeros } from './zip-file.ts';

const uint32 = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
const uint16LE = (...values: number[]) => Uint8Array.from(values.flatMap((value) => [value & 0xff, value >>> 8]));

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const body = joined(latin1(kind), data);
  return joined(uint32(data.byteLength), body, uint32(crc32(body)));
}

/** A grey PNG with these packed rows; the declared size may be wrong. */
function png(width: number, height: number, packed: Uint8Array, depth = 8, color = 0): Uint8Array {
  const header = joined(uint32(width), uint32(height), Uint8Array.of(depth, color, 0, 0, 0));
  return joined(
    latin1('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', new Uint8Array(0)),
  );
}

/** A zlib stream of zeros without a checksum. */
const zeros = (mebibytes: number) => joined(Uint8Array.of(0x78, 0x9c), packedZeros(mebibytes));

function noise(width: number, height: number): Uint8Array {
  const random = seeded(7);
  const rows = new Uint8Array((width + 1) * height);
  for (let at = 0; at < rows.length; at++) rows[at] = at % (width + 1) === 0 ? 0 : Math.floor(random() * 256);
  return png(width, height, Uint8Array.from(deflateSync(rows)));
}

function jpegHeader(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    11,
    8,
    ...size,
    1,
    1,
    0x11,
    0,
    0xff,
    0xda,
    0,
    8,
    1,
    1,
    0,
    0,
    0x3f,
    0,
    0,
    0,
    0xff,
    0xd9,
  ]);
}

/** A TIFF directory at `offset` with these entries (tag, type, count, value), and where the next one is. */
function tiff(entries: readonly (readonly [number, number, number, number])[], next: number): Uint8Array {
  const body = Buffer.alloc(entries.length * 12);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    body.writeUInt16LE(tag, index * 12);
    body.writeUInt16LE(type, index * 12 + 2);
    body.writeUInt32LE(count, index * 12 + 4);
    body.writeUInt32LE(value, index * 12 + 8);
  }
  const tail = Buffer.alloc(4);
  tail.writeUInt32LE(next);
  return joined(latin1('II*\0'), Uint8Array.of(8, 0, 0, 0), uint16LE(entries.length), body, tail);
}

const pictureTags = (width: number, height: number, strips: number) =>
  [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, strips, 8],
    [278, 4, 1, 1],
    [279, 4, strips, 8],
  ] as const;

function webp(width: number, height: number): Uint8Array {
  const size = (width - 1) | ((height - 1) << 14);
  const data = joined(Uint8Array.of(0x2f), new Uint8Array(Uint32Array.of(size).buffer), new Uint8Array(64));
  const body = joined(latin1('WEBPVP8L'), new Uint8Array(Uint32Array.of(data.byteLength).buffer), data);
  return joined(latin1('RIFF'), new Uint8Array(Uint32Array.of(body.byteLength).buffer), body);
}

function bmp(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(54);
  header.write('BM');
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  return joined(header, new Uint8Array(100));
}

export const PICTURES: readonly HostileFile[] = [
  {
    name: 'png header of 60,000 by 60,000',
    telling: true,
    make: () => png(60_000, 60_000, Uint8Array.from(deflateSync(new Uint8Array(1000)))),
  },
  { name: 'png of 20,000 by 20,000, real', make: () => png(20_000, 20_000, zeros(382)) },
  { name: 'png of 2^31 by 2^31', make: () => png(0x7fffffff, 0x7fffffff, new Uint8Array(10)) },
  { name: 'png of one column and 40 million rows', make: () => png(1, 40_000_000, zeros(77)) },
  { name: 'png of no size', make: () => png(0, 0, new Uint8Array(0)) },
  { name: 'png whose rows unpack to a gibibyte', make: () => png(100, 100, zeros(1024)) },
  { name: 'png of noise', make: () => noise(1_200, 1_200) },
  { name: 'png of 16 bits and an unknown colour', make: () => png(64, 64, new Uint8Array(64), 16, 5) },
  { name: 'jpeg header of 65,535 by 65,535', make: () => jpegHeader(65_535, 65_535) },
  { name: 'jpeg of no height', make: () => jpegHeader(100, 0) },
  {
    name: 'jpeg with markers without an end',
    make: () => joined(Uint8Array.of(0xff, 0xd8), new Uint8Array(1_000_000).fill(0xff)),
  },
  { name: 'tiff directory that points to itself', telling: true, make: () => tiff(pictureTags(100, 100, 1), 8) },
  { name: 'tiff of 2^32 strips', make: () => tiff(pictureTags(1_000, 1_000, 0xffffffff), 0) },
  { name: 'tiff of 2^31 columns', make: () => tiff(pictureTags(0x7fffffff, 0x7fffffff, 1), 0) },
  {
    name: 'gif of 65,535 by 65,535',
    make: () =>
      joined(
        latin1('GIF89a'),
        uint16LE(65_535, 65_535),
        Uint8Array.of(0xf0, 0, 0, 0, 0, 0, 255, 255, 255, 0x2c, 0, 0, 0, 0),
        uint16LE(65_535, 65_535),
        Uint8Array.of(0, 2, 2, 0x4c, 1, 0, 0x3b),
      ),
  },
  { name: 'bmp of minus 2^31 rows', make: () => bmp(100_000, -0x80000000) },
  { name: 'bmp of 30,000 by 30,000', make: () => bmp(30_000, 30_000) },
  { name: 'webp of 16,384 by 16,384', make: () => webp(16_384, 16_384) },
  {
    name: 'svg with a script and an address',
    make: () =>
      utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="http://127.0.0.1/x"/></svg>'),
  },
  { name: 'pdf that calls itself a png', make: () => joined(latin1('\x89PNG\r\n\x1a\n'), latin1('%PDF-1.4 1 0 obj')) },
];
