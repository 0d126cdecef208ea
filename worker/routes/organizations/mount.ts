import type { Application } from '../../http/application.ts';
import { mountCreateOrganization } from './create.ts';
import { mountDeleteOrganization } from './delete.ts';
import { mountLeaveOrganization } from './leave.ts';
import { mountRestoreOrganization } from './restore.ts';
import { mountTransferOwnership } from './transfer.ts';
import { mountUpdateOrganization } from './update.ts';

export function mountOrganizationRoutes(app: Application): void {
  mountCreateOrganization(app);
  mountUpdateOrganization(app);
  mountTransferOwnership(app);
  mountLeaveOrganization(app);
  mountDeleteOrganization(app);
  mountRestoreOrganization(app);
}
