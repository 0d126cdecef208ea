import type { Application } from '../../http/application.ts';
import { mountChangePassword } from './change-password.ts';
import { mountForgotPassword } from './forgot-password.ts';
import { mountListSessions } from './list-sessions.ts';
import { mountResendVerification } from './resend-verification.ts';
import { mountResetPassword } from './reset-password.ts';
import { mountRevokeSession } from './revoke-session.ts';
import { mountUpdateProfile } from './update-profile.ts';
import { mountVerifyEmail } from './verify-email.ts';

export function mountAccountRoutes(app: Application): void {
  mountVerifyEmail(app);
  mountResendVerification(app);
  mountForgotPassword(app);
  mountResetPassword(app);
  mountChangePassword(app);
  mountListSessions(app);
  mountRevokeSession(app);
  mountUpdateProfile(app);
}
