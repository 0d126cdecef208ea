import type { Application } from '../../http/application.ts';
import { mountAcceptInvitation } from './accept.ts';
import { mountCreateInvitation } from './create.ts';
import { mountJoinByInvitation } from './join.ts';
import { mountListInvitations } from './list.ts';
import { mountPreviewInvitation } from './preview.ts';
import { mountRegisterByInvitation } from './register.ts';
import { mountResendInvitation } from './resend.ts';
import { mountRevokeInvitation } from './revoke.ts';

export function mountInvitationRoutes(app: Application): void {
  mountCreateInvitation(app);
  mountListInvitations(app);
  mountAcceptInvitation(app);
  mountResendInvitation(app);
  mountRevokeInvitation(app);
  mountPreviewInvitation(app);
  mountRegisterByInvitation(app);
  mountJoinByInvitation(app);
}
