import type { AllowanceDecision } from '#core/organization/allowance';

/** The reference page and the application need nothing from anywhere else; pictures may come from blobs. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS: readonly (readonly [string, string])[] = [
  ['strict-transport-security', 'max-age=63072000; includeSubDomains'],
  ['content-security-policy', CONTENT_SECURITY_POLICY],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()'],
  ['cross-origin-opener-policy', 'same-origin'],
];

const RESOURCE_POLICY = 'cross-origin-resource-policy';

export function addSecurityHeaders(headers: Headers): void {
  for (const [name, value] of SECURITY_HEADERS) headers.set(name, value);
  // Logos are shown in mails, by programs of other origins; everything else stays with ours.
  if (!headers.has(RESOURCE_POLICY)) headers.set(RESOURCE_POLICY, 'same-origin');
}

/** `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers): quota and window, rest and seconds to the reset. */
export function addRateLimitHeaders(headers: Headers, decision: AllowanceDecision, now: number): void {
  const seconds = Math.max(0, Math.ceil((decision.resetAt - now) / 1000));
  headers.set('ratelimit-policy', `"default";q=${decision.policy.quota};w=${decision.policy.windowMs / 1000}`);
  headers.set('ratelimit', `"default";r=${decision.remaining};t=${seconds}`);
}
