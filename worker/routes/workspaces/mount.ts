import type { Application } from '../../http/application.ts';
import { mountArchiveWorkspace } from './archive.ts';
import { mountCreateWorkspace } from './create.ts';
import { mountGetWorkspace } from './get.ts';
import { mountListWorkspaces } from './list.ts';
import { mountListWorkspaceMembers } from './list-members.ts';
import { mountPutWorkspaceMember } from './put-member.ts';
import { mountRemoveWorkspaceMember } from './remove-member.ts';
import { mountUpdateWorkspace } from './update.ts';

export function mountWorkspaceRoutes(app: Application): void {
  mountCreateWorkspace(app);
  mountListWorkspaces(app);
  mountGetWorkspace(app);
  mountUpdateWorkspace(app);
  mountArchiveWorkspace(app);
  mountListWorkspaceMembers(app);
  mountPutWorkspaceMember(app);
  mountRemoveWorkspaceMember(app);
}
