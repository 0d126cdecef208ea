import { sessionModeOf } from '../../http/answer-sign-in.ts';
import { type Application, signedIn } from '../../http/application.ts';
import { operation } from '../../http/operation.ts';
import { clearAccessCookie } from '../../http/session-cookies.ts';
import { stopImpersonation } from '../../services/administration/impersonate.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/impersonation/stop',
    operationId: 'stopImpersonation',
    tags: ['Administration'],
    summary: 'End an impersonation',
    description: 'Refresh the session afterwards to continue as the administrator.',
    responses: { 204: { description: 'Ended' } },
  },
);

export function mountStopImpersonation(app: Application): void {
  app.openapi(route, async (c) => {
    const context = signedIn(c);
    await stopImpersonation(context);
    const ended = context.caller.impersonatorId !== undefined;
    if (ended && sessionModeOf(c) === 'cookie') clearAccessCookie(c);
    return c.body(null, 204);
  });
}
