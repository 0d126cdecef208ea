import { memberSchema, updateMemberBodySchema } from '#core/contract/members';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { updateVisibleMember } from '../../services/members/update.ts';
import { memberParameters } from './parameters.ts';

const route = operation(
  { permission: 'members.manage', tenant: 'organization' },
  {
    method: 'patch',
    path: '/members/{id}',
    operationId: 'updateMember',
    tags: ['Members'],
    summary: 'Change the role of a member, suspend or reactivate them',
    description: 'You cannot change yourself, nor grant or remove permissions you do not hold.',
    request: {
      params: memberParameters,
      body: { required: true, content: { 'application/json': { schema: updateMemberBodySchema } } },
    },
    responses: {
      200: json('The member as they are now', memberSchema),
      ...problems({ 404: 'Not found', 409: 'The last owner stays' }),
    },
  },
);

export function mountUpdateMember(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await updateVisibleMember(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200);
  });
}
