/** A word with a preferred term in the glossary of docs/architecture.md. */
export interface BannedWord {
  readonly pattern: RegExp;
  readonly use: string;
}

/** Applied to prose only, not to wire names, identifiers and paths. */
export const BANNED_WORDS: readonly BannedWord[] = [
  { pattern: /\baudit (?:lists?|lines?|entry|entries|trails?)\b/i, use: 'audit log, audit event' },
  { pattern: /(?<!audit )\b[Ll]og(?:ged|s|ging)?[ -]in\b(?! full)/, use: 'sign in, sign-in' },
  { pattern: /\b[Ll]ogins?\b(?! CSRF)/, use: 'sign-in' },
  { pattern: /\b[Ll]og(?:ged|s|ging)?[ -]out\b/, use: 'sign out' },
  { pattern: /\bpresent password\b/i, use: 'current password' },
  { pattern: /\bhand(?:s|ed|ing)? over the (?:organization|ownership)\b/i, use: 'transfer ownership' },
  { pattern: /\bpage pictures?\b|\bpictures? of (?:a|the) page\b/i, use: 'page image' },
  { pattern: /\btenancy\b|\bcustomer organizations?\b/i, use: 'organization, tenant' },
  { pattern: /\bdead letter queue\b/i, use: 'dead-letter queue' },
  { pattern: /\bidempotence key\b/i, use: 'idempotency key' },
];
