import type { Application } from '../../http/application.ts';
import { mountListMembers } from './list.ts';
import { mountReadMemberPermissions } from './read-permissions.ts';
import { mountRemoveMember } from './remove.ts';
import { mountUpdateMember } from './update.ts';

export function mountMemberRoutes(app: Application): void {
  mountListMembers(app);
  mountReadMemberPermissions(app);
  mountUpdateMember(app);
  mountRemoveMember(app);
}
