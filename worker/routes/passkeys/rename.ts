import { passkeySchema, renamePasskeyBodySchema } from '#core/contract/passkeys';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { renameOwnPasskey } from '../../services/passkeys/rename.ts';
import { passkeyParameters } from './parameters.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'patch',
    path: '/auth/passkeys/{id}',
    operationId: 'renamePasskey',
    tags: ['Identity'],
    summary: 'Rename a passkey',
    request: {
      params: passkeyParameters,
      body: { required: true, content: { 'application/json': { schema: renamePasskeyBodySchema } } },
    },
    responses: { 200: json('Renamed', passkeySchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountRenamePasskey(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await renameOwnPasskey(signedIn(c), c.req.valid('param').id, c.req.valid('json').name), 200);
  });
}
