import { auditRetentionBodySchema, auditRetentionSchema } from '#core/contract/audit';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { changeAuditRetention } from '../../services/audit/retention.ts';

const route = operation(
  { permission: 'organization.update', tenant: 'organization' },
  {
    method: 'put',
    path: '/audit-logs/retention',
    operationId: 'changeAuditRetention',
    tags: ['Audit'],
    summary: 'Change the retention period of audit events',
    request: { body: { required: true, content: { 'application/json': { schema: auditRetentionBodySchema } } } },
    responses: { 200: json('In days', auditRetentionSchema) },
  },
);

export function mountChangeAuditRetention(app: Application): void {
  app.openapi(route, async (c) => c.json(await changeAuditRetention(signedIn(c), c.req.valid('json').days), 200));
}
