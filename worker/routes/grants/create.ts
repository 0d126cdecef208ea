import { createGrantBodySchema, grantSchema } from '#core/contract/grants';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createGrant } from '../../services/grants/create.ts';

const route = operation(
  { permission: 'workspaces.manage', tenant: 'workspace' },
  {
    method: 'post',
    path: '/grants',
    operationId: 'createGrant',
    tags: ['Workspaces'],
    summary: 'Give a member, a role or a workspace permissions on one object',
    description: 'Nobody grants on an object what they do not hold on it. `expires_at` ends it by itself.',
    request: { body: { required: true, content: { 'application/json': { schema: createGrantBodySchema } } } },
    responses: { 201: json('The grant', grantSchema), ...problems({ 409: 'Too many' }) },
  },
);

export function mountCreateGrant(app: Application): void {
  app.openapi(route, async (c) => c.json(await createGrant(signedIn(c), c.req.valid('json')), 201));
}
