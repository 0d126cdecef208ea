/** Payment references with check digits. */

const CARRIES = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5] as const;
const QRR_LENGTH = 27;

/** Swiss QR reference: 27 digits, the last a check digit (modulo 10, recursive; SIX Implementation Guidelines QR-bill, annex B). */
export function isQrReference(text: string): boolean {
  const digits = text.replace(/\s/g, '');
  if (!/^\d+$/.test(digits) || digits.length !== QRR_LENGTH) return false;
  let carry = 0;
  for (const digit of digits.slice(0, -1)) carry = CARRIES[(carry + Number(digit)) % 10] ?? 0;
  return (10 - carry) % 10 === Number(digits.at(-1));
}

/** Creditor reference (ISO 11649): `RF`, two check digits, up to 21 characters, remainder 1 modulo 97. */
export function isCreditorReference(text: string): boolean {
  const reference = text.replace(/\s/g, '').toUpperCase();
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference)) return false;
  let rest = 0;
  for (const sign of reference.slice(4) + reference.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
