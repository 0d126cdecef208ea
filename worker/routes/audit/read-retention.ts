import { auditRetentionSchema } from '#core/contract/audit';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { readAuditRetention } from '../../services/audit/retention.ts';

const route = operation(
  { permission: 'audit.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/audit-logs/retention',
    operationId: 'readAuditRetention',
    tags: ['Audit'],
    summary: 'Get the retention period of audit events',
    responses: { 200: json('In days', auditRetentionSchema) },
  },
);

export function mountReadAuditRetention(app: Application): void {
  app.openapi(route, async (c) => c.json(await readAuditRetention(signedIn(c)), 200));
}
