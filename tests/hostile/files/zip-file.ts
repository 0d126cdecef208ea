import { crc32, deflateRawSync } from 'node:zlib';
import { joined, utf8 } from '../hostile-file.ts';

export interface ZipMember {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array;
  /** The packed bytes, if they are not `data` deflated. */
  readonly packed?: Uint8Array;
  /** Sizes stated in the headers; the real ones by default. */
  readonly claimedSize?: number;
  readonly flags?: number;
  /** Unix mode, for links. */
  readonly mode?: number;
  /** Offset of the local header, for overlapping members. */
  readonly offset?: number;
}

/** A ZIP archive (APPNOTE 6.3), built by hand so that its headers can be wrong. */
export function zipFile(members: readonly ZipMember[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const member of members) {
    const name = typeof member.name === 'string' ? utf8(member.name) : member.name;
    const packed = member.packed ?? Uint8Array.from(deflateRawSync(member.data));
    const size = member.claimedSize ?? member.data.byteLength;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(member.flags ?? 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(member.packed === undefined ? crc32(member.data) : 0, 10);
    common.writeUInt32LE(packed.byteLength, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.byteLength, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(0x0314, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(((member.mode ?? 0) << 16) >>> 0, 38);
    entry.writeUInt32LE(member.offset ?? offset, 42);
    directory.push(entry, name);
    if (member.offset !== undefined) continue;
    const local = joined(Uint8Array.of(0x50, 0x4b, 3, 4), common, name, packed);
    parts.push(local);
    offset += local.byteLength;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(members.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(members.length, 0xffff), 10);
  end.writeUInt32LE(central.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...parts, central, end]));
}

/** A gibibyte of zeros packed to a megabyte: one flushed block, many times over. */
export function packedZeros(mebibytes: number): Uint8Array {
  const block = Uint8Array.from(deflateRawSync(new Uint8Array(1024 * 1024), { finishFlush: 3 }));
  return joined(...Array.from({ length: mebibytes }, () => block), Uint8Array.of(3, 0));
}
