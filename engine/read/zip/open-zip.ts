/**
 * Reads the members of a ZIP archive from its central directory (PKWARE APPNOTE 6.3.10). Members are decompressed on
 * request only and never beyond the limits: output stops at the size that a member states.
 */
import { inflateInSteps } from '../inflate.ts';
import { MAX_ZIP_BYTES, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO } from '../limits.ts';

export interface ZipMember {
  readonly name: string;
  readonly size: number;
}

export interface Zip {
  readonly members: readonly ZipMember[];
  /** The bytes of a member; `undefined` if there is no member of that name. @throws ZipRefused */
  read(name: string): Promise<Uint8Array | undefined>;
}

/** An archive that cannot or must not be decompressed. */
export class ZipRefused extends Error {
  override readonly name = 'ZipRefused';
  readonly reason: 'damaged' | 'encrypted' | 'too-large';
  constructor(reason: ZipRefused['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED_FLAG = 0x0001;
const UTF8_FLAG = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** Placeholder for a size or offset held in a ZIP64 record, which only archives over 4 GB need. */
const IN_ZIP64 = 0xffffffff;
/** Members up to this size may exceed the ratio limit. */
const SMALL_MEMBER = 1024 * 1024;

interface Entry extends ZipMember {
  readonly packed: number;
  readonly method: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

/** Opens an archive; `pause` yields to the event loop while a large member is decompressed. @throws ZipRefused */
export function openZip(bytes: Uint8Array, pause: () => Promise<void>): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  // The first member of a name wins, so that a later one cannot replace it.
  const byName = new Map(entries.toReversed().map((entry) => [entry.name, entry]));
  let unpacked = 0;
  return {
    members: entries.map(({ name, size }) => ({ name, size })),
    async read(name) {
      const entry = byName.get(name);
      if (entry === undefined) return undefined;
      unpacked += entry.size;
      if (unpacked > MAX_ZIP_BYTES) {
        throw new ZipRefused('too-large', `The archive unpacks to more than ${MAX_ZIP_BYTES} bytes.`);
      }
      return unpack(bytes, view, entry, pause);
    },
  };
}

/** Offset of the end of central directory record, or -1. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return -1;
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endOfDirectory(view);
  if (end < 0) throw new ZipRefused('damaged', 'The archive is cut off: it has no directory.');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ZIP_ENTRIES) {
    throw new ZipRefused('too-large', `The archive has ${count} members; at most ${MAX_ZIP_ENTRIES} are read.`);
  }
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      throw new ZipRefused('damaged', 'The directory of the archive is damaged.');
    }
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const nameBytes = bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    entries.push({
      name: new TextDecoder((flags & UTF8_FLAG) === 0 ? 'windows-1252' : 'utf-8').decode(nameBytes),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (flags & ENCRYPTED_FLAG) !== 0,
    });
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function unpack(
  bytes: Uint8Array,
  view: DataView,
  entry: Entry,
  pause: () => Promise<void>,
): Promise<Uint8Array> {
  const { name, method, offset, packed, size, encrypted } = entry;
  if (encrypted) throw new ZipRefused('encrypted', 'The archive is protected by a password.');
  if (size === IN_ZIP64 || packed === IN_ZIP64 || offset === IN_ZIP64) {
    throw new ZipRefused('too-large', `The member ${name} is larger than what is read.`);
  }
  if (size > SMALL_MEMBER && size > packed * MAX_ZIP_RATIO) {
    throw new ZipRefused(
      'too-large',
      `The member ${name} unpacks to ${size} bytes from ${packed}: that is no document.`,
    );
  }
  if (offset + LOCAL_LENGTH > view.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw new ZipRefused('damaged', `The member ${name} of the archive is damaged.`);
  }
  const from = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(from, from + packed);
  if (method === STORED) return data.slice(0, size);
  if (method !== DEFLATED || data.length < packed) {
    throw new ZipRefused('damaged', `The member ${name} of the archive cannot be unpacked.`);
  }
  return inflated(data, entry, pause);
}

/** Decompresses up to the stated size; a longer member is rejected. */
async function inflated(data: Uint8Array, { name, size }: Entry, pause: () => Promise<void>): Promise<Uint8Array> {
  const out = new Uint8Array(size);
  let at = 0;
  const end = await inflateInSteps(data, 'none', pause, (piece) => {
    if (at + piece.length > size) return false;
    out.set(piece, at);
    at += piece.length;
    return true;
  });
  if (end === 'stopped') {
    throw new ZipRefused('too-large', `The member ${name} of the archive is larger than it says.`);
  }
  if (end === 'broken' || at < size) throw new ZipRefused('damaged', `The member ${name} of the archive is damaged.`);
  return out;
}
