import { administratedUserSchema, administrateUserBodySchema } from '#core/contract/administration';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { administrateUser } from '../../services/administration/users.ts';
import { administratedParameters } from './parameters.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'patch',
    path: '/admin/users/{id}',
    operationId: 'administrateUser',
    tags: ['Administration'],
    summary: 'Suspend, approve or reactivate a user; grant or revoke administrator rights',
    description: '`active` also approves a pending user.',
    request: {
      params: administratedParameters,
      body: { required: true, content: { 'application/json': { schema: administrateUserBodySchema } } },
    },
    responses: {
      200: json('The person as they are now', administratedUserSchema),
      ...problems({ 404: 'Not found', 409: 'Yourself, the last administrator, or changed meanwhile' }),
    },
  },
);

export function mountAdministrateUser(app: Application): void {
  app.openapi(route, async (c) =>
    c.json(await administrateUser(administrator(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
}
