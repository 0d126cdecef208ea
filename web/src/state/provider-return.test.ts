import { describe, expect, it } from 'vitest';
import { readProviderReturn } from './provider-return.ts';

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

  it('takes the code of an error, and no word of what the address says about it', () => {
    expect(readProviderReturn('#error=conflict&message=Call+us+at+555')).toEqual({ kind: 'refused', code: 'conflict' });
  });

  it.each(['', '#', '#token=x', '#mfa_token='])('finds nothing in %j', (hash) => {
    expect(readProviderReturn(hash)).toBeNull();
  });
});
