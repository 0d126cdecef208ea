import { organizationPendingSchema } from '#core/contract/identity';
import { totpProposalSchema } from '#core/contract/mfa';
import { call } from '#core/testing/call';
import { addMember, invite } from '#core/testing/members';
import { addPasskey, createPasskey, newDevice, signInChallenge } from '#core/testing/passkey';
import { addAuthenticator, codeOf, firstStep } from '#core/testing/second-factor';
import { type Owner, PASSWORD, signUp } from '#core/testing/sign-up';
import type { Example, Prepare } from './example.ts';

const plain =
  (example: Example): Prepare =>
  async () =>
    example;

/** The token of a sign-in that requires setting up a second factor first. */
async function demandedSetUp(owner: Owner): Promise<string> {
  await call('PATCH', `/api/v1/organizations/${owner.organizationId}/sign-in-policy`, {
    token: owner.accessToken,
    json: { mfa_required: 'everyone' },
  });
  return firstStep(owner);
}

/** Examples of second factors and passkeys. */
export const SIGN_IN_EXAMPLES: Readonly<Record<string, Prepare>> = {
  verifyMfa: async (owner) => {
    const { code } = await addAuthenticator(owner);
    return { json: { mfa_token: await firstStep(owner), code: await code() }, status: 200 };
  },
  joinByInvitation: async () => {
    const [owner, next] = [await signUp(), await signUp('Next')];
    const member = await addMember(owner, 'viewer');
    await call('DELETE', `/api/v1/members/${member.memberId}`, { token: owner.accessToken });
    const login = await call('POST', '/api/v1/auth/login', { json: { email: member.email, password: PASSWORD } });
    const { join_token } = organizationPendingSchema.parse(login.json);
    const { token } = await invite(next, 'viewer', member.email);
    return { json: { join_token, token }, status: 200 };
  },
  beginMfaSetup: async (owner) => ({ json: { mfa_token: await demandedSetUp(owner) }, status: 200 }),
  finishMfaSetup: async (owner) => {
    const mfa_token = await demandedSetUp(owner);
    const { json } = await call('POST', '/api/v1/auth/mfa/setup', { json: { mfa_token } });
    return { json: { mfa_token, code: await codeOf(totpProposalSchema.parse(json).secret) }, status: 200 };
  },
  readMfaStatus: plain({ status: 200 }),
  proposeTotp: plain({ json: { current_password: PASSWORD }, status: 200 }),
  confirmTotp: async ({ accessToken: token }) => {
    const { json } = await call('POST', '/api/v1/auth/mfa/totp', { token, json: { current_password: PASSWORD } });
    return { json: { code: await codeOf(totpProposalSchema.parse(json).secret) }, status: 200 };
  },
  removeTotp: async (owner) => {
    await addAuthenticator(owner);
    return { json: { current_password: PASSWORD }, status: 204 };
  },
  renewRecoveryCodes: async (owner) => {
    await addAuthenticator(owner);
    return { json: { current_password: PASSWORD }, status: 200 };
  },
  beginPasskeyRegistration: plain({ json: { current_password: PASSWORD }, status: 200 }),
  registerPasskey: async (owner) => ({
    json: { name: 'Laptop', response: await createPasskey(owner, await newDevice()) },
    status: 201,
  }),
  listPasskeys: plain({ status: 200 }),
  renamePasskey: async (owner) => ({
    params: { id: (await addPasskey(owner)).id },
    json: { name: 'Phone' },
    status: 200,
  }),
  removePasskey: async (owner) => ({
    params: { id: (await addPasskey(owner)).id },
    json: { current_password: PASSWORD },
    status: 204,
  }),
  beginPasskeySignIn: plain({ status: 200 }),
  passkeySignIn: async (owner) => {
    const { device } = await addPasskey(owner);
    return { json: { response: await device.answer(await signInChallenge()) }, status: 200 };
  },
  readSignInPolicy: async (owner) => ({ params: { id: owner.organizationId }, status: 200 }),
  changeSignInPolicy: async (owner) => ({
    params: { id: owner.organizationId },
    json: { mfa_required: 'administrators' },
    status: 200,
  }),
};
