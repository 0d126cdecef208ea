import { env } from 'cloudflare:workers';
import { brandingSchema } from '#core/contract/branding';
import { grantSchema } from '#core/contract/grants';
import { roleSchema } from '#core/contract/roles';
import { templateSchema } from '#core/contract/templates';
import { viewSchema } from '#core/contract/views';
import { connectControl } from '#core/db/connect';
import { newId } from '#core/platform/ids';
import { linkIdentity, listLinkedIdentities } from '#core/store/linked-identities';
import { makeAdministrator } from '#core/testing/administrator';
import { call } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { untilMail } from '#core/testing/mail';
import { addMember, invite } from '#core/testing/members';
import { samplePdf } from '#core/testing/sample-pdf';
import { mintApiKey, type Owner, PASSWORD, signInAgain, signUp } from '#core/testing/sign-up';
import { makeWorkspace, putInWorkspace } from '#core/testing/workspaces';

import type { Example, Prepare } from './example.ts';
import { EXPORT_EXAMPLES } from './export-examples.ts';
import { REVIEW_EXAMPLES } from './review-examples.ts';
import { SIGN_IN_EXAMPLES } from './sign-in-examples.ts';
import { WEBHOOK_EXAMPLES } from './webhook-examples.ts';

const plain =
  (example: Example): Prepare =>
  async () =>
    example;

const ofDocument =
  (status: number, more: Readonly<Record<string, string>> = {}): Prepare =>
  async (owner) => {
    const { document } = await accepted(owner.accessToken, uploadForm(samplePdf(), 'invoice.pdf'));
    await untilTerminal(owner.accessToken, document.id);
    return { params: { id: document.id, ...more }, status };
  };

const ofApiKey =
  (status: number, json?: unknown): Prepare =>
  async (owner) => ({ params: { id: (await mintApiKey(owner, ['documents.read'])).id }, json, status });

const ofMember =
  (status: number, json?: unknown): Prepare =>
  async (owner) => ({ params: { id: (await addMember(owner)).memberId }, json, status });

const ofInvitation =
  (status: number): Prepare =>
  async (owner) => ({ params: { id: (await invite(owner)).id }, status });

const ofRole =
  (status: number, json?: unknown): Prepare =>
  async (owner) => {
    const made = await call('POST', '/api/v1/roles', {
      token: owner.accessToken,
      json: { name: newId('event', Date.now()), permissions: ['documents.read'] },
    });
    return { params: { id: roleSchema.parse(made.json).id }, json, status };
  };

const TEMPLATE = { name: 'Example', fields: [{ name: 'member_number', kind: 'identifier', labels: ['Member no'] }] };

const ofTemplate =
  (status: number, json?: unknown): Prepare =>
  async (owner) => {
    const made = await call('POST', '/api/v1/templates', { token: owner.accessToken, json: TEMPLATE });
    return { params: { id: templateSchema.parse(made.json).id }, json, status };
  };

const VIEW = { name: 'Example', query: { status: 'needs_review', sort: '-total' }, shared: true };

const ofView =
  (status: number, json?: unknown): Prepare =>
  async (owner) => {
    const made = await call('POST', '/api/v1/views', { token: owner.accessToken, json: VIEW });
    return { params: { id: viewSchema.parse(made.json).id }, json, status };
  };

const ofWorkspace =
  (status: number, json?: unknown): Prepare =>
  async (owner) => ({ params: { id: (await makeWorkspace(owner, 'open')).id }, json, status });

const ofWorkspaceMember =
  (status: number, json?: unknown): Prepare =>
  async (owner) => {
    const { id } = await makeWorkspace(owner, 'open');
    const { memberId } = await addMember(owner);
    await putInWorkspace(owner, id, memberId, 'viewer');
    return { params: { id, member_id: memberId }, json, status };
  };

const grantBody = async (owner: Owner) => ({
  object_kind: 'workspace',
  object_id: (await makeWorkspace(owner, 'open')).id,
  subject_kind: 'member',
  subject_id: (await addMember(owner, 'viewer')).memberId,
  permissions: ['documents.read', 'workspaces.read'],
});
const ofOrganization =
  (status: number, json?: unknown): Prepare =>
  async (owner) => ({ params: { id: owner.organizationId }, ...(json === undefined ? {} : { json }), status });

/** PNG signature. */
const PNG_START = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** For operations of system administrators: appoints the owner first. */
const asAdministrator =
  (prepare: Prepare): Prepare =>
  async (owner) => {
    await makeAdministrator(owner.userId);
    return prepare(owner);
  };
/**
 * One example for every operation. The contract suite fails for operations without an example, so every mounted route
 * is tested against the common contract.
 */
export const EXAMPLES: Readonly<Record<string, Prepare>> = {
  health: plain({ status: 200 }),
  readiness: plain({ status: 200 }),
  register: async () => ({
    json: {
      email: `${newId('event', Date.now())}@example.com`,
      password: PASSWORD,
      first_name: 'Ada',
      last_name: 'Owner',
      organization_name: 'Example',
    },
    status: 201,
  }),
  login: async (owner) => ({ json: { email: owner.email, password: PASSWORD }, status: 200 }),
  refresh: async (owner) => ({ json: { refresh_token: owner.refreshToken }, status: 200 }),
  logout: plain({ status: 204 }),
  me: plain({ status: 200 }),
  switchOrganization: async (owner) => ({ json: { organization_id: owner.organizationId }, status: 200 }),
  listOrganizations: plain({ status: 200 }),
  verifyEmail: async (owner) => ({
    json: { token: (await untilMail(owner.email, '/verify-email')).token, password: PASSWORD },
    status: 204,
  }),
  resendVerification: plain({ status: 202 }),
  forgotPassword: async (owner) => ({ json: { email: owner.email }, status: 202 }),
  resetPassword: async (owner) => {
    await call('POST', '/api/v1/auth/forgot-password', { json: { email: owner.email } });
    const { token } = await untilMail(owner.email, '/reset-password');
    return { json: { token, password: `new ${PASSWORD}` }, status: 204 };
  },
  changePassword: plain({ json: { current_password: PASSWORD, new_password: `new ${PASSWORD}` }, status: 204 }),
  listSessions: plain({ status: 200 }),
  revokeSession: async (owner) => {
    const { accessToken } = await signInAgain(owner);
    const claims: unknown = JSON.parse(
      atob((accessToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')),
    );
    return { params: { id: String({ ...Object(claims) }.sid) }, status: 204 };
  },
  updateProfile: plain({ json: { first_name: 'Grace' }, status: 200 }),
  listDevelopmentMails: plain({ status: 200 }),
  ...SIGN_IN_EXAMPLES,
  createOrganization: plain({ json: { name: 'Another' }, status: 201 }),
  updateOrganization: async (owner) => ({
    params: { id: owner.organizationId },
    json: { name: 'Renamed' },
    status: 200,
  }),
  transferOwnership: async (owner) => ({
    params: { id: owner.organizationId },
    json: { member_id: (await addMember(owner)).memberId },
    status: 200,
  }),
  leaveOrganization: async (owner) => {
    await addMember(owner, 'owner');
    return { params: { id: owner.organizationId }, status: 204 };
  },
  deleteOrganization: async (owner) => ({ params: { id: owner.organizationId }, status: 200 }),
  restoreOrganization: async (owner) => {
    await call('DELETE', `/api/v1/organizations/${owner.organizationId}`, { token: owner.accessToken });
    return { params: { id: owner.organizationId }, status: 200 };
  },
  listMembers: plain({ status: 200 }),
  readMemberPermissions: ofMember(200),
  updateMember: ofMember(200, { role: 'viewer' }),
  removeMember: ofMember(204),
  createInvitation: async () => ({
    json: { email: `${newId('event', Date.now())}@example.com`, role: 'user' },
    status: 201,
  }),
  listInvitations: plain({ status: 200 }),
  resendInvitation: ofInvitation(200),
  revokeInvitation: ofInvitation(204),
  acceptInvitation: async (owner) => ({
    json: { token: (await invite(await signUp('Inviting'), 'user', owner.email)).token },
    status: 200,
  }),
  previewInvitation: async (owner) => ({ json: { token: (await invite(owner)).token }, status: 200 }),
  registerByInvitation: async (owner) => ({
    json: { token: (await invite(owner)).token, password: PASSWORD, first_name: 'Bob', last_name: 'Member' },
    status: 201,
  }),
  listTemplates: plain({ status: 200 }),
  createTemplate: plain({ json: TEMPLATE, status: 201 }),
  getTemplate: ofTemplate(200),
  replaceTemplate: ofTemplate(200, TEMPLATE),
  archiveTemplate: ofTemplate(204),
  signInOptions: plain({ status: 200 }),
  beginAtProvider: plain({ params: { provider: 'github' }, json: { return_to: '/' }, status: 200 }),
  providerCallback: plain({ params: { provider: 'github' }, query: '?state=unknown', status: 302 }),
  listIdentities: plain({ status: 200 }),
  beginLinkingIdentity: plain({
    params: { provider: 'github' },
    json: { return_to: '/', current_password: PASSWORD },
    status: 200,
  }),
  unlinkIdentity: async (owner) => {
    const link = { userId: owner.userId, providerId: 'github', issuer: 'https://github.com', email: null };
    const subject = newId('event', Date.now());
    await linkIdentity(connectControl(env.DB), { ...link, subject }, Date.now(), null);
    const [row] = await listLinkedIdentities(connectControl(env.DB), owner.userId);
    return { params: { id: row?.id ?? '' }, json: { current_password: PASSWORD }, status: 204 };
  },
  listRoles: plain({ status: 200 }),
  createRole: async () => ({
    json: { name: newId('event', Date.now()), permissions: ['documents.read'] },
    status: 201,
  }),
  updateRole: ofRole(200, { permissions: ['documents.read', 'documents.create'] }),
  deleteRole: ofRole(204),
  createWorkspace: async () => ({ json: { name: newId('event', Date.now()), access: 'restricted' }, status: 201 }),
  listWorkspaces: plain({ status: 200 }),
  getWorkspace: ofWorkspace(200),
  updateWorkspace: ofWorkspace(200, { name: 'Renamed' }),
  archiveWorkspace: ofWorkspace(204),
  listWorkspaceMembers: ofWorkspace(200),
  putWorkspaceMember: ofWorkspaceMember(200, { role: 'editor' }),
  removeWorkspaceMember: ofWorkspaceMember(204),
  createGrant: async (owner) => ({ json: await grantBody(owner), status: 201 }),
  listGrants: async (owner) => ({
    query: `?object_kind=workspace&object_id=${(await makeWorkspace(owner, 'open')).id}`,
    status: 200,
  }),
  revokeGrant: async (owner) => {
    const made = await call('POST', '/api/v1/grants', { token: owner.accessToken, json: await grantBody(owner) });
    return { params: { id: grantSchema.parse(made.json).id }, status: 204 };
  },
  listDocumentPermissions: ofDocument(200),
  moveDocument: async (owner) => ({
    ...(await ofDocument(200)(owner)),
    json: { workspace_id: (await makeWorkspace(owner, 'open')).id },
  }),
  updateApiKey: ofApiKey(200, { allowed_networks: ['203.0.113.0/24'] }),
  readApiKeyUsage: ofApiKey(200),
  createApiKey: plain({ json: { name: 'example' }, status: 201 }),
  listApiKeys: plain({ status: 200 }),
  revokeApiKey: ofApiKey(204),
  rotateApiKey: ofApiKey(201),
  createDocument: plain({ body: () => uploadForm(), status: 202 }),
  processDocument: plain({ body: () => uploadForm(), status: 200 }),
  listDocuments: plain({ status: 200 }),
  countDocuments: plain({ status: 200 }),
  listViews: plain({ status: 200 }),
  createView: plain({ json: VIEW, status: 201 }),
  updateView: ofView(200, { name: 'Renamed', shared: false }),
  deleteView: ofView(204),
  getDocument: ofDocument(200),
  getResult: ofDocument(200),
  correctResult: async (owner) => ({
    ...(await ofDocument(200)(owner)),
    json: { fields: { invoice_number: { value: 'C-1' } } },
  }),
  listResultVersions: ofDocument(200),
  listDocumentRuns: ofDocument(200),
  getRunResult: async (owner) => {
    const { document, job } = await accepted(owner.accessToken);
    await untilTerminal(owner.accessToken, document.id);
    return { params: { id: document.id, job_id: job.id }, status: 200 };
  },
  getOriginal: ofDocument(200),
  getPageWords: ofDocument(200, { page: '1' }),
  getPagePicture: ofDocument(200, { page: '1' }),
  listDocumentEvents: ofDocument(200),
  ...REVIEW_EXAMPLES,
  ...WEBHOOK_EXAMPLES,
  ...EXPORT_EXAMPLES,
  readUsage: plain({ status: 200 }),
  listAuditEvents: plain({ status: 200 }),
  verifyAuditChain: plain({ status: 200 }),
  exportAuditEvents: plain({ status: 200 }),
  readAuditRetention: plain({ status: 200 }),
  changeAuditRetention: plain({ json: { days: 365 }, status: 200 }),
  listAdministratedUsers: asAdministrator(plain({ status: 200 })),
  administrateUser: asAdministrator(async () => ({
    params: { id: (await signUp('Suspended')).userId },
    json: { status: 'suspended' },
    status: 200,
  })),
  listAdministratedOrganizations: asAdministrator(plain({ status: 200 })),
  administrateOrganization: asAdministrator(async () => ({
    params: { id: (await signUp('Administrated')).organizationId },
    json: { plan: 'professional' },
    status: 200,
  })),
  readServerSettings: asAdministrator(plain({ status: 200 })),
  readServerHealth: asAdministrator(plain({ status: 200 })),
  listAdministratedJobs: asAdministrator(plain({ query: '?kind=failed', status: 200 })),
  listSystemAuditEvents: asAdministrator(plain({ status: 200 })),
  listSecurityEvents: asAdministrator(plain({ query: '?kind=access_token', status: 200 })),
  impersonateUser: asAdministrator(async () => {
    const other = await signUp('Helped');
    return {
      params: { id: other.userId },
      json: { organization_id: other.organizationId, reason: 'A support request' },
      status: 200,
    };
  }),
  resetMfa: asAdministrator(async () => ({ params: { id: (await signUp('Locked out')).userId }, status: 204 })),
  readBranding: ofOrganization(200),
  updateBranding: ofOrganization(200, { color: '#0a633e' }),
  putLogo: async (owner) => ({
    params: { id: owner.organizationId },
    body: () => new Blob([PNG_START]),
    headers: { 'content-type': 'application/octet-stream' },
    status: 200,
  }),
  deleteLogo: ofOrganization(200),
  getLogo: async (owner) => {
    const put = await call('PUT', `/api/v1/organizations/${owner.organizationId}/logo`, {
      token: owner.accessToken,
      body: new Blob([PNG_START]),
    });
    const { logo_url } = brandingSchema.parse(put.json);
    return { params: { organization: owner.organizationId, digest: logo_url?.split('/').at(-1) ?? '' }, status: 200 };
  },
  stopImpersonation: plain({ status: 204 }),
  live: plain({ headers: { upgrade: 'websocket' }, status: 101 }),
};
