import { sha256Hex, toHex } from '../security/digest.ts';

/**
 * Verifies objects against the fingerprint recorded at upload before returning them. A truncated or modified original
 * must never be processed, and a truncated result must never be returned as complete.
 */
export interface Fingerprint {
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export type VerifiedRead =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' };

/**
 * Total read attempts before an object counts as missing or damaged. One of them may fail because of a broken transfer.
 */
const READS = 2;

/** Reads a whole object into memory and verifies it. Only for objects of bounded size. */
export async function readVerified(bucket: R2Bucket, key: string, fingerprint: Fingerprint): Promise<VerifiedRead> {
  let last: VerifiedRead = { kind: 'missing' };
  for (let read = 0; read < READS; read++) {
    const object = await bucket.get(key);
    const bytes = object && new Uint8Array(await object.arrayBuffer());
    if (bytes && (await isSame(bytes, fingerprint))) return { kind: 'whole', bytes };
    last = { kind: bytes ? 'damaged' : 'missing' };
  }
  return last;
}

async function isSame(bytes: Uint8Array, { sha256, size }: Fingerprint): Promise<boolean> {
  return bytes.byteLength === size && (await sha256Hex(bytes)) === sha256;
}

/** Compares the metadata from R2 with the fingerprint, before the first byte is read. */
export function contradicts({ size, checksums }: R2Object, fingerprint: Fingerprint): boolean {
  if (size !== fingerprint.size) return true;
  return checksums.sha256 !== undefined && toHex(checksums.sha256) !== fingerprint.sha256;
}

/**
 * Verifies a body too large for memory while streaming it. The last bytes are held back until the digest is known; on a
 * mismatch the stream fails, so the client never receives a complete but wrong body.
 */
export function verifiedStream(
  body: ReadableStream<Uint8Array>,
  { sha256, size }: Fingerprint,
  onDamage: (error: Error) => void,
): ReadableStream<Uint8Array> {
  const digest = new crypto.DigestStream('SHA-256');
  const writer = digest.getWriter();
  let passed = 0;
  let held: Uint8Array | null = null;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      async transform(chunk, controller) {
        await writer.write(chunk);
        passed += chunk.byteLength;
        if (held) controller.enqueue(held);
        held = chunk;
      },
      async flush(controller) {
        await writer.close();
        const found = toHex(await digest.digest);
        if (passed !== size || found !== sha256) {
          const error = new Error(`an object of ${size} bytes was read as ${passed} bytes that are not the ones put`);
          onDamage(error);
          controller.error(error);
          return;
        }
        if (held) controller.enqueue(held);
      },
    }),
  );
}
