import { sha256Hex, toHex } from '../security/digest.ts';

/** Pictures of pages: made of the original whenever one is lacking, so a damaged one is as good as none. */
export async function writePicture(bucket: R2Bucket, key: string, png: Uint8Array): Promise<void> {
  await bucket.put(key, png, { sha256: await sha256Hex(png), httpMetadata: { contentType: 'image/png' } });
}

/** Null for a picture that is not there, or not what was put. */
export async function readPicture(bucket: R2Bucket, key: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const object = await bucket.get(key);
  if (!object) return null;
  const png = new Uint8Array(await object.arrayBuffer());
  const { sha256 } = object.checksums;
  return sha256 !== undefined && toHex(sha256) === (await sha256Hex(png)) ? png : null;
}
