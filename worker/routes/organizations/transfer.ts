import { memberSchema } from '#core/contract/members';
import { transferOwnershipBodySchema } from '#core/contract/organizations';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { transferOwnership } from '../../services/organizations/transfer.ts';
import { organizationParameters } from './parameters.ts';

const route = operation(
  { permission: 'organization.delete', tenant: 'organization' },
  {
    method: 'post',
    path: '/organizations/{id}/transfer',
    operationId: 'transferOwnership',
    tags: ['Organizations'],
    summary: 'Transfer ownership to another member',
    request: {
      params: organizationParameters,
      body: { required: true, content: { 'application/json': { schema: transferOwnershipBodySchema } } },
    },
    responses: {
      200: json('The new owner; you are an administrator now', memberSchema),
      ...problems({ 404: 'Not found', 409: 'You are no owner, or they are not active' }),
    },
  },
);

export function mountTransferOwnership(app: Application): void {
  app.openapi(route, async (c) => {
    const { member_id } = c.req.valid('json');
    return c.json(await transferOwnership(signedIn(c), c.req.valid('param').id, member_id), 200);
  });
}
