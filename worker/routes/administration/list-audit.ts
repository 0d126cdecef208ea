import { auditListSchema, auditQuerySchema } from '#core/contract/audit';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listSystemAuditEvents } from '../../services/administration/list-audit.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'get',
    path: '/admin/audit-logs',
    operationId: 'listSystemAuditEvents',
    tags: ['Administration'],
    summary: 'List the audit events of system administrators',
    request: { query: auditQuerySchema },
    responses: { 200: json('One page', auditListSchema) },
  },
);

export function mountListSystemAuditEvents(app: Application): void {
  app.openapi(route, async (c) => c.json(await listSystemAuditEvents(administrator(c), c.req.valid('query')), 200));
}
