/** The one form in which e-mail addresses are compared and made unique. What a person typed is kept beside it. */
export function normalizeEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
