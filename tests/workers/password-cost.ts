import type { PasswordCost } from '#core/security/password-cost';

/** Takes the place of core/security/password-cost.ts in these tests: nearly all of them sign somebody up first. */
export const PASSWORD_COST: PasswordCost = { ln: 10, r: 8, p: 1 };
