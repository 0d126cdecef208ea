import { expect, test } from 'vitest';
import { auditListSchema } from '#core/contract/audit';
import { call } from '#core/testing/call';
import { signUp } from '#core/testing/sign-up';

const FORGED = {
  'x-forwarded-for': '198.51.100.1',
  'x-real-ip': '198.51.100.2',
  'true-client-ip': '198.51.100.3',
  forwarded: 'for=198.51.100.4;host=evil.test;proto=http',
  'x-forwarded-host': 'evil.test',
  'x-forwarded-proto': 'http',
  'x-original-url': '/api/v1/admin/users',
  'x-rewrite-url': '/api/v1/admin/users',
  'x-http-method-override': 'DELETE',
};

test('the address in the audit log is the edge’s word, whatever a client says of proxies', async () => {
  const owner = await signUp();
  const ask = (headers: Readonly<Record<string, string>>, name: string) =>
    call('POST', '/api/v1/api-keys', { token: owner.accessToken, json: { name }, headers });
  expect((await ask({ ...FORGED, 'cf-connecting-ip': '203.0.113.7' }, 'behind the edge')).status).toBe(201);
  expect((await ask(FORGED, 'without it')).status).toBe(201);
  const list = await call('GET', '/api/v1/audit-logs?action=api_key.created', { token: owner.accessToken });
  expect(auditListSchema.parse(list.json).data.map((event) => event.ip)).toEqual([null, '203.0.113.7']);
});

test('every answer carries the headers that bind a browser, and none that opens it to another origin', async () => {
  for (const path of ['/api/v1/auth/me', '/api/v1/openapi.json', '/healthz', '/api/v1/nothing']) {
    const { headers } = await call('GET', path, { headers: { origin: 'https://evil.test' } });
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  }
});
