const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Formats a number of bytes in decimal units, as file managers do. */
export function formatSize(bytes: number, locale?: string): string {
  if (bytes < 1000)
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
  let rest = bytes / 1000;
  let at = 0;
  while (rest >= 1000 && at < UNITS.length - 1) {
    rest /= 1000;
    at += 1;
  }
  const options = { style: 'unit', unit: UNITS[at] ?? 'kilobyte', maximumFractionDigits: rest < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, options).format(rest);
}

/** Formats a probability in [0, 1] as a whole percentage; only 1 becomes 100 %. */
export function formatShare(share: number): string {
  if (share > 0.99 && share < 1) return '99 %';
  return `${Math.round(share * 100)} %`;
}
