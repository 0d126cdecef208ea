import { describe, expect, it } from 'vitest';
import { readProviderReturn, rememberRound, takeProviderReturn } from './provider-return.ts';

describe('readProviderReturn', () => {
  it('finds the step that is still missing, and where to go after it', () => {
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

  it('knows when a second factor has to be set up first', () => {
    expect(readProviderReturn('#mfa_token=t&methods=&setup=true&return_to=%2F')).toMatchObject({
      pending: { setup_required: true, methods: [] },
    });
  });

  it('knows that somebody belongs to no organization, and where they wanted to go', () => {
    expect(readProviderReturn('#join_token=nc_mfa_j&email=ada%40example.com&return_to=%2Finvitation')).toEqual({
      kind: 'no-organization',
      waiting: { join_token: 'nc_mfa_j', email: 'ada@example.com' },
      returnTo: '/invitation',
    });
  });

  it('takes the code of an error, and no word of what the address says about it', () => {
    expect(readProviderReturn('#error=conflict&message=Call+us+at+555')).toEqual({ kind: 'refused', code: 'conflict' });
  });

  it.each(['', '#', '#token=x', '#mfa_token=', '#join_token='])('finds nothing in %j', (hash) => {
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

  it('goes on with a sign-in that this tab began, once', () => {
    const memory = memoryOfTab();
    rememberRound(memory);
    expect(takeProviderReturn(step, memory)?.kind).toBe('one-more-step');
    expect(takeProviderReturn(step, memory)).toEqual({ kind: 'refused', code: 'provider_refused' });
  });

  it.each([step, '#join_token=t&email=ada%40example.com'])(
    'does not go on with a sign-in that somebody sent as a link (%s)',
    (sent) => {
      expect(takeProviderReturn(sent, memoryOfTab())).toEqual({ kind: 'refused', code: 'provider_refused' });
    },
  );

  it('leaves a page without such a return alone, and the round with it', () => {
    const memory = memoryOfTab();
    rememberRound(memory);
    expect(takeProviderReturn('', memory)).toBeNull();
    expect(takeProviderReturn(step, memory)?.kind).toBe('one-more-step');
  });
});
