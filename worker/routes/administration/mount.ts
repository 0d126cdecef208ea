import type { Application } from '../../http/application.ts';
import { mountImpersonateUser } from './impersonate.ts';
import { mountListSystemAuditEvents } from './list-audit.ts';
import { mountListAdministratedJobs } from './list-jobs.ts';
import { mountListAdministratedOrganizations } from './list-organizations.ts';
import { mountListSecurityEvents } from './list-security-events.ts';
import { mountListAdministratedUsers } from './list-users.ts';
import { mountReadServerHealth } from './read-health.ts';
import { mountReadServerSettings } from './read-settings.ts';
import { mountResetMfa } from './reset-mfa.ts';
import { mountStopImpersonation } from './stop-impersonation.ts';
import { mountAdministrateOrganization } from './update-organization.ts';
import { mountAdministrateUser } from './update-user.ts';

export function mountAdministrationRoutes(app: Application): void {
  mountAdministrateUser(app);
  mountAdministrateOrganization(app);
  mountImpersonateUser(app);
  mountListAdministratedJobs(app);
  mountListAdministratedOrganizations(app);
  mountListAdministratedUsers(app);
  mountListSecurityEvents(app);
  mountListSystemAuditEvents(app);
  mountReadServerHealth(app);
  mountReadServerSettings(app);
  mountResetMfa(app);
  mountStopImpersonation(app);
}
