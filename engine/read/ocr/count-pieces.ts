import type { BandPicture } from './band-picture.ts';

/**
 * Counts the pieces of ink that the recogniser will find in an image. It separates ink from paper with one threshold
 * for the whole image (Otsu, 1979), so noise and texture, which the page's own marks exclude, count here. May overcount
 * slightly: a piece is counted once per upper end.
 */
export function countPieces({ pixels, width, height }: BandPicture): number {
  const threshold = inkThreshold(pixels);
  const isInk = (at: number) => (pixels[at] ?? 255) <= threshold;
  let pieces = 0;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let start = -1;
    for (let x = 0; x <= width; x++) {
      const ink = x < width && isInk(row + x);
      if (ink && start < 0) start = x;
      if (ink || start < 0) continue;
      let joined = false;
      if (y > 0) {
        const last = Math.min(width - 1, x);
        for (let above = Math.max(0, start - 1); above <= last && !joined; above++) joined = isInk(row - width + above);
      }
      if (!joined) pieces += 1;
      start = -1;
    }
  }
  return pieces;
}

/** The threshold that separates the pixels into two groups with the greatest variance between them. */
function inkThreshold(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const grey of pixels) counts[grey] = (counts[grey] ?? 0) + 1;
  const all = counts.reduce((sum, count, grey) => sum + grey * count, 0);
  let [dark, darkSum, most, threshold] = [0, 0, 0, 0];
  counts.forEach((count, grey) => {
    dark += count;
    darkSum += grey * count;
    const light = pixels.length - dark;
    if (dark === 0 || light === 0) return;
    const between = dark * light * (darkSum / dark - (all - darkSum) / light) ** 2;
    if (between > most) [most, threshold] = [between, grey];
  });
  return threshold;
}
