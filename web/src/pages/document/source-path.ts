/** The names along an XML path without namespaces and positions of 1: `/ubl:Invoice/cac:Line[2]/cbc:ID` → Invoice, Line 2, ID. */
export function readablePath(path: string): readonly string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = part, position] = /^(?:[\w.-]+:)?([^[\]]+)(?:\[(\d+)\])?$/.exec(part) ?? [];
      const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');
      return position === undefined || position === '1' ? spaced : `${spaced} ${position}`;
    });
}
