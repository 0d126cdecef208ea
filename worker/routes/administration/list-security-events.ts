import { securityEventListSchema, securityEventQuerySchema } from '#core/contract/security-events';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listAnonymousRefusals } from '../../services/administration/list-security-events.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'get',
    path: '/admin/security-events',
    operationId: 'listSecurityEvents',
    tags: ['Administration'],
    summary: 'List refused anonymous requests',
    description:
      'Refusals of callers nobody knows, counted per kind, network and hour: forged tokens, made-up links and keys, guesses. Refusals of people and keys that are known stand in the audit log of their organization.',
    request: { query: securityEventQuerySchema },
    responses: { 200: json('One page', securityEventListSchema) },
  },
);

export function mountListSecurityEvents(app: Application): void {
  app.openapi(route, async (c) => c.json(await listAnonymousRefusals(administrator(c), c.req.valid('query')), 200));
}
