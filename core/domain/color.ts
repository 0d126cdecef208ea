/** `#rrggbb` in lower case, the only accepted color format. */
export const COLOR_FORM = /^#[0-9a-f]{6}$/;

/**
 * Returns black or white, whichever has the higher contrast on the color (WCAG 2.2 relative luminance and contrast
 * ratio).
 */
export function inkOn(color: string): '#000000' | '#ffffff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16)));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? '#000000' : '#ffffff';
}

/** Converts an sRGB channel (0 to 255) to linear light. */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
