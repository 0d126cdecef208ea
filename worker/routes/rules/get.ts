import { z } from '@hono/zod-openapi';
import { ruleSchema } from '#core/contract/rules';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readRule } from '../../services/rules/find.ts';
import { ruleParameters } from './parameters.ts';

const route = operation(
  { permission: 'organization.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/rules/{id}',
    operationId: 'getRule',
    tags: ['Rules'],
    summary: 'Get a rule',
    request: {
      params: ruleParameters,
      query: z.object({
        version: z.coerce.number().int().min(1).optional().openapi({ description: 'Defaults to the current version' }),
      }),
    },
    responses: { 200: json('The rule', ruleSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountGetRule(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await readRule(signedIn(c), c.req.valid('param').id, c.req.valid('query').version), 200);
  });
}
