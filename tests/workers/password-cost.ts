import type { PasswordCost } from '#core/security/password-cost';

/** Replaces core/security/password-cost.ts in these tests, because nearly all of them register an account first. */
export const PASSWORD_COST: PasswordCost = { ln: 10, r: 8, p: 1 };
