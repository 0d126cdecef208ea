import { auditListSchema, auditQuerySchema } from '#core/contract/audit';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleAuditEvents } from '../../services/audit/list.ts';

const route = operation(
  { permission: 'audit.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/audit-logs',
    operationId: 'listAuditEvents',
    tags: ['Audit'],
    summary: 'List audit events, newest first',
    request: { query: auditQuerySchema },
    responses: { 200: json('One page', auditListSchema) },
  },
);

export function mountListAuditEvents(app: Application): void {
  app.openapi(route, async (c) => c.json(await listVisibleAuditEvents(signedIn(c), c.req.valid('query')), 200));
}
