import type { Application } from '../../http/application.ts';
import { mountCreateRole } from './create.ts';
import { mountDeleteRole } from './delete.ts';
import { mountListRoles } from './list.ts';
import { mountUpdateRole } from './update.ts';

export function mountRoleRoutes(app: Application): void {
  mountListRoles(app);
  mountCreateRole(app);
  mountUpdateRole(app);
  mountDeleteRole(app);
}
