import { type ExportView, exportSchema } from '../contract/exports.ts';
import { call } from './call.ts';
import { PATIENCE_MS } from './patience.ts';

const POLL_MS = 25;

/** Polls until the export has ended. */
export async function untilExported(token: string, id: string): Promise<ExportView> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const view = exportSchema.parse((await call('GET', `/api/v1/exports/${id}`, { token })).json);
    if (view.status !== 'queued' && view.status !== 'running') return view;
    if (Date.now() > deadline) throw new Error(`the export ${id} is still ${view.status}`);
    await scheduler.wait(POLL_MS);
  }
}
