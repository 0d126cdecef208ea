import { describe, expect, it } from 'vitest';
import { readProviderReturn, rememberProviderSignIn, takeProviderReturn } from './provider-return.ts';

describe('readProviderReturn', () => {
  it('parses the pending second step and the return path', () => {
    const hash = new URLSearchParams({
      mfa_token: 'nc_mfa_a-b',
      methods: 'passkey,totp,recovery_code,telepathy',
      setup: 'false',
      return_to: '/documents?status=failed',
    });
    expect(readProviderReturn(`#${hash}`)).toEqual({
      kind: 'one-more-step',
      pending: { mfa_token: 'nc_mfa_a-b', setup_required: false, methods: ['totp', 'passkey', 'recovery_code'] },
      returnTo: '/documents?status=failed',
    });
  });

  it('recognizes that a second factor has to be set up first', () => {
    expect(readProviderReturn('#mfa_token=t&methods=&setup=true&return_to=%2F')).toMatchObject({
      pending: { setup_required: true, methods: [] },
    });
  });

  it('recognizes an account without an organization', () => {
    expect(readProviderReturn('#join_token=nc_mfa_j&email=ada%40example.com&return_to=%2Finvitation')).toEqual({
      kind: 'no-organization',
      waiting: { join_token: 'nc_mfa_j', email: 'ada@example.com' },
      returnTo: '/invitation',
    });
  });

  it('takes only the code of an error, not its message', () => {
    expect(readProviderReturn('#error=conflict&message=Call+us+at+555')).toEqual({ kind: 'refused', code: 'conflict' });
  });

  it.each(['', '#', '#token=x', '#mfa_token=', '#join_token='])('returns null for %j', (hash) => {
    expect(readProviderReturn(hash)).toBeNull();
  });
});

describe('takeProviderReturn', () => {
  const memoryOfTab = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  const step = '#mfa_token=t&methods=totp&setup=false&return_to=%2F';

  it('continues a sign-in started in this tab, once', () => {
    const memory = memoryOfTab();
    rememberProviderSignIn(memory);
    expect(takeProviderReturn(step, memory)?.kind).toBe('one-more-step');
    expect(takeProviderReturn(step, memory)).toEqual({ kind: 'refused', code: 'provider_refused' });
  });

  it.each([step, '#join_token=t&email=ada%40example.com'])(
    'does not continue a sign-in that arrived as a link (%s)',
    (sent) => {
      expect(takeProviderReturn(sent, memoryOfTab())).toEqual({ kind: 'refused', code: 'provider_refused' });
    },
  );

  it('ignores pages without such a fragment', () => {
    const memory = memoryOfTab();
    rememberProviderSignIn(memory);
    expect(takeProviderReturn('', memory)).toBeNull();
    expect(takeProviderReturn(step, memory)?.kind).toBe('one-more-step');
  });
});
