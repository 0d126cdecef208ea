import type { Application } from '../../http/application.ts';
import { mountCreateGrant } from './create.ts';
import { mountListGrants } from './list.ts';
import { mountRevokeGrant } from './revoke.ts';

export function mountGrantRoutes(app: Application): void {
  mountCreateGrant(app);
  mountListGrants(app);
  mountRevokeGrant(app);
}
