import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { removeMember } from '../../services/members/remove.ts';
import { memberParameters } from './parameters.ts';

const route = operation(
  { permission: 'members.manage', tenant: 'organization' },
  {
    method: 'delete',
    path: '/members/{id}',
    operationId: 'removeMember',
    tags: ['Members'],
    summary: 'Remove a member from the organization',
    request: { params: memberParameters },
    responses: {
      204: { description: 'Removed; sessions and API keys of the member stop working in this organization' },
      ...problems({ 404: 'Not found', 409: 'The last owner stays' }),
    },
  },
);

export function mountRemoveMember(app: Application): void {
  app.openapi(route, async (c) => {
    await removeMember(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
