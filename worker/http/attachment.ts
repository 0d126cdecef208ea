/** What `encodeURIComponent` leaves although the extended form of a header parameter does not allow it. */
const NOT_ALLOWED = /['()*]/g;

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** The Content-Disposition of a download under this name (RFC 6266, with the name encoded by RFC 8187). */
export const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(NOT_ALLOWED, percent)}`;
