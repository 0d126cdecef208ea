import { z } from '@hono/zod-openapi';
import { auditExportQuerySchema } from '#core/contract/audit';
import { type Application, signedIn } from '../../http/application.ts';
import { operation } from '../../http/operation.ts';
import { exportAuditEvents } from '../../services/audit/export.ts';

const MEDIA = { csv: 'text/csv', jsonl: 'application/x-ndjson' } as const;

const route = operation(
  { permission: 'audit.export', tenant: 'organization' },
  {
    method: 'get',
    path: '/audit-logs/export',
    operationId: 'exportAuditEvents',
    tags: ['Audit'],
    summary: 'Export the audit events that match a filter',
    description:
      'CSV for spreadsheets, or JSON lines that carry what each hash is made of. The export is audited itself.',
    request: { query: auditExportQuerySchema },
    responses: {
      200: {
        description: 'The file, streamed',
        content: { [MEDIA.csv]: { schema: z.string() }, [MEDIA.jsonl]: { schema: z.string() } },
      },
    },
  },
);

export function mountExportAuditEvents(app: Application): void {
  app.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const file = await exportAuditEvents(signedIn(c), query);
    return c.body(file, 200, {
      'content-type': `${MEDIA[query.format]}; charset=utf-8`,
      'content-disposition': `attachment; filename="audit-events.${query.format}"`,
    });
  });
}
