import { type Application, createApplication } from '../http/application.ts';
import { mountAccountRoutes } from './account/mount.ts';
import { mountAdministrationRoutes } from './administration/mount.ts';
import { mountApiKeyRoutes } from './api-keys/mount.ts';
import { mountAuditRoutes } from './audit/mount.ts';
import { mountAuthRoutes } from './auth/mount.ts';
import { mountListDevelopmentMails } from './development/list-outbox.ts';
import { mountDocumentRoutes } from './documents/mount.ts';
import { mountGrantRoutes } from './grants/mount.ts';
import { mountHealthz } from './health/healthz.ts';
import { mountReadyz } from './health/readyz.ts';
import { mountInvitationRoutes } from './invitations/mount.ts';
import { mountLive } from './live/connect.ts';
import { mountMemberRoutes } from './members/mount.ts';
import { mountMfaRoutes } from './mfa/mount.ts';
import { mountOpenApi } from './openapi.ts';
import { mountOrganizationRoutes } from './organizations/mount.ts';
import { mountRoleRoutes } from './roles/mount.ts';
import { mountSignInPolicyRoutes } from './sign-in-policy/mount.ts';
import { mountTemplateRoutes } from './templates/mount.ts';
import { mountUsageRoutes } from './usage/mount.ts';
import { mountWorkspaceRoutes } from './workspaces/mount.ts';

/** Every route of the API. `base` is the versioned prefix. */
export function mountRoutes(app: Application, base: string): void {
  mountHealthz(app);
  mountReadyz(app);
  const api = createApplication();
  mountAuthRoutes(api);
  mountAccountRoutes(api);
  mountMfaRoutes(api);
  mountSignInPolicyRoutes(api);
  mountOrganizationRoutes(api);
  mountMemberRoutes(api);
  mountInvitationRoutes(api);
  mountRoleRoutes(api);
  mountWorkspaceRoutes(api);
  mountGrantRoutes(api);
  mountApiKeyRoutes(api);
  mountDocumentRoutes(api);
  mountTemplateRoutes(api);
  mountUsageRoutes(api);
  mountAuditRoutes(api);
  mountAdministrationRoutes(api);
  mountLive(api);
  mountListDevelopmentMails(api);
  app.route(base, api);
  mountOpenApi(app, base);
}
