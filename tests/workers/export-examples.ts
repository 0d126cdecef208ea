import { exportSchema } from '#core/contract/exports';
import { call } from '#core/testing/call';
import { accepted, untilTerminal } from '#core/testing/documents';
import { untilExported } from '#core/testing/exports';
import type { Prepare } from './example.ts';

const madeExport =
  (status: number): Prepare =>
  async (owner) => {
    const { document } = await accepted(owner.accessToken);
    await untilTerminal(owner.accessToken, document.id);
    const made = await call('POST', '/api/v1/exports', { token: owner.accessToken, json: { format: 'json' } });
    const { id } = await untilExported(owner.accessToken, exportSchema.parse(made.json).id);
    return { params: { id }, status };
  };

/** Examples of the operations of exports; see operation-examples.ts. */
export const EXPORT_EXAMPLES: Readonly<Record<string, Prepare>> = {
  createExport: async () => ({ json: { format: 'xlsx' }, status: 202 }),
  listExports: async () => ({ status: 200 }),
  getExport: madeExport(200),
  downloadExport: madeExport(200),
};
