import type { AllowanceDecision } from '#core/organization/allowance';

/** The API reference and the application load nothing from other origins; images may be blobs. */
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
  // Logos are embedded in emails and so loaded cross-origin; everything else is same-origin.
  if (!headers.has(RESOURCE_POLICY)) headers.set(RESOURCE_POLICY, 'same-origin');
}

/**
 * Adds `RateLimit-Policy` (quota and window) and `RateLimit` (remaining requests and seconds until reset), as in
 * draft-ietf-httpapi-ratelimit-headers.
 */
export function addRateLimitHeaders(headers: Headers, decision: AllowanceDecision, now: number): void {
  const seconds = Math.max(0, Math.ceil((decision.resetAt - now) / 1000));
  headers.set('ratelimit-policy', `"default";q=${decision.policy.quota};w=${decision.policy.windowMs / 1000}`);
  headers.set('ratelimit', `"default";r=${decision.remaining};t=${seconds}`);
}
