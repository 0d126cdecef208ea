import { z } from '@hono/zod-openapi';
import type { Application } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { checkReadiness } from '../../services/check-readiness.ts';

const readinessSchema = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    parts: z.array(z.object({ name: z.enum(['d1', 'r2', 'object']), ok: z.boolean(), latency_ms: z.number() })),
  })
  .openapi('Readiness');

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'get',
    path: '/readyz',
    operationId: 'readiness',
    tags: ['Health'],
    summary: 'Check that all dependencies are reachable',
    responses: { 200: json('Ready', readinessSchema), 503: json('A part does not answer', readinessSchema) },
  },
);

export function mountReadyz(app: Application): void {
  app.openapi(route, async (c) => {
    const parts = await checkReadiness(c.get('context'));
    const ready = parts.every((part) => part.ok);
    return c.json(
      { status: ready ? ('ready' as const) : ('not_ready' as const), parts: [...parts] },
      ready ? 200 : 503,
    );
  });
}
