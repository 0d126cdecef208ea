import type { Dependencies } from './services/context.ts';

/** Objects that R2 lists and deletes at once at most. */
const OBJECTS_AT_ONCE = 1_000;
/** Listings per call; a large prefix takes several runs. */
const LISTINGS = 10;

/** Returns false if objects are left for another run. */
export async function deleteObjects({ files }: Dependencies, prefix: string): Promise<boolean> {
  for (let listing = 0; listing < LISTINGS; listing++) {
    const { objects, truncated } = await files.list({ prefix, limit: OBJECTS_AT_ONCE });
    if (objects.length > 0) await files.delete(objects.map((object) => object.key));
    if (!truncated) return true;
  }
  return false;
}
