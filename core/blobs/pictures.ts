import { sha256Hex, toHex } from '../security/digest.ts';

/** Page images, rendered from the original on demand. A damaged image is treated as missing and rendered again. */
export async function writePicture(bucket: R2Bucket, key: string, png: Uint8Array): Promise<void> {
  await bucket.put(key, png, { sha256: await sha256Hex(png), httpMetadata: { contentType: 'image/png' } });
}

/** Returns the image, or null if it is missing or damaged. */
export async function readPicture(bucket: R2Bucket, key: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const object = await bucket.get(key);
  if (!object) return null;
  const png = new Uint8Array(await object.arrayBuffer());
  const { sha256 } = object.checksums;
  return sha256 !== undefined && toHex(sha256) === (await sha256Hex(png)) ? png : null;
}
