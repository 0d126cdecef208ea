/** Normalizes an email address for comparison and uniqueness. The address as typed is stored separately. */
export function normalizeEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
