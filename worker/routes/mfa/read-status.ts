import { mfaStatusSchema } from '#core/contract/mfa';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { readMfaStatus } from '../../services/mfa/read-status.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'get',
    path: '/auth/mfa',
    operationId: 'readMfaStatus',
    tags: ['Identity'],
    summary: 'Get your second factors',
    responses: { 200: json('Your second factors', mfaStatusSchema) },
  },
);

export function mountReadMfaStatus(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await readMfaStatus(signedIn(c)), 200);
  });
}
