import { auditVerificationSchema, auditVerifyQuerySchema } from '#core/contract/audit';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { verifyAuditChain } from '../../services/audit/verify.ts';

const route = operation(
  { permission: 'audit.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/audit-logs/verify',
    operationId: 'verifyAuditChain',
    tags: ['Audit'],
    summary: 'Verify the hash chain and report the first break',
    description: 'Verifies in batches. Repeat with `next_cursor` until it is null or `intact` is false.',
    request: { query: auditVerifyQuerySchema },
    responses: { 200: json('What this slice showed', auditVerificationSchema) },
  },
);

export function mountVerifyAuditChain(app: Application): void {
  app.openapi(route, async (c) => c.json(await verifyAuditChain(signedIn(c), c.req.valid('query').cursor), 200));
}
