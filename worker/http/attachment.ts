/** Characters that `encodeURIComponent` keeps but extended header parameters do not allow. */
const NOT_ALLOWED = /['()*]/g;

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** Returns the Content-Disposition of a download (RFC 6266, name encoded by RFC 8187). */
export const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(NOT_ALLOWED, percent)}`;
