/** Cost of one scrypt hash (RFC 7914): N = 2^ln, block size r, p passes. */
export interface PasswordCost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's parameters for 16 MiB; about 140 ms of CPU. */
export const PASSWORD_COST: PasswordCost = { ln: 14, r: 8, p: 5 };
