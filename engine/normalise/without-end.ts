/** The text without the signs at its end that are among those given; in linear time, where `/0+$/` takes the square. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
