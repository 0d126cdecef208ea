import { serverSettingsSchema } from '#core/contract/administration';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { readServerSettings } from '../../services/administration/server.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'get',
    path: '/admin/settings',
    operationId: 'readServerSettings',
    tags: ['Administration'],
    summary: 'Get the deployment settings; secrets by name only',
    responses: { 200: json('Names and values', serverSettingsSchema) },
  },
);

export function mountReadServerSettings(app: Application): void {
  app.openapi(route, async (c) => c.json(readServerSettings(administrator(c)), 200));
}
