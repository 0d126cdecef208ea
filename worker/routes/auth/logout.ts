import type { Application } from '../../http/application.ts';
import { signedIn } from '../../http/application.ts';
import { operation } from '../../http/operation.ts';
import { clearSessionCookies } from '../../http/session-cookies.ts';
import { signOut } from '../../services/identity/sign-out.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/logout',
    operationId: 'logout',
    tags: ['Identity'],
    summary: 'End this session and its refresh tokens',
    responses: { 204: { description: 'Signed out' } },
  },
);

export function mountLogout(app: Application): void {
  app.openapi(route, async (c) => {
    await signOut(signedIn(c));
    clearSessionCookies(c);
    return c.body(null, 204);
  });
}
