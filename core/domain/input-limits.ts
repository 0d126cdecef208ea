/** Maximum input lengths in UTF-16 code units. Enforced by the API contract and by `maxlength` in forms. */
export const INPUT_LIMITS = {
  /** Bounds the cost of hashing. The minimum length is the setting PASSWORD_MIN_LENGTH. */
  password: 128,
  /** Names of people, organizations, workspaces, templates, API keys and passkeys: one line on a phone when wrapped. */
  name: 100,
  /** Longest address that SMTP can deliver to (RFC 5321, section 4.5.3.1.3, without the angle brackets). */
  email: 254,
  /** Fits the column heading of the role matrix. */
  roleName: 60,
  /** A DNS label has at most 63 characters; this leaves room for a suffix. */
  slug: 48,
  /** Six digits, plus the spaces that authenticator apps display. */
  totpCode: 20,
  recoveryCode: 40,
  /** A sentence or two for the audit log. */
  reason: 500,
} as const;

/** How long an organization may choose to keep its audit events, in days: a month to ten years. */
export const AUDIT_RETENTION_DAYS = { min: 30, max: 3_653 } as const;
