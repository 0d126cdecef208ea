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
    summary: 'Grant a member, role or workspace permissions on an object',
    description: 'You can only grant permissions you hold on the object. The grant ends at `expires_at`.',
    request: { body: { required: true, content: { 'application/json': { schema: createGrantBodySchema } } } },
    responses: { 201: json('The grant', grantSchema), ...problems({ 409: 'Too many' }) },
  },
);

export function mountCreateGrant(app: Application): void {
  app.openapi(route, async (c) => c.json(await createGrant(signedIn(c), c.req.valid('json')), 201));
}
