import type { ExportList, ExportView } from '#core/contract/exports';
import type { PageQuery } from '#core/contract/list';
import { listExports } from '#core/store/exports';
import { type SignedInContext, tenantOf } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { exportPlaces, exportView, requireExport } from './view.ts';

/** One page of the exports, newest first. @throws AppError `bad_request` for an invalid cursor, `forbidden` */
export async function listOwnExports(context: SignedInContext, query: PageQuery): Promise<ExportList> {
  const places = exportPlaces(context);
  const rows = await listExports(tenantOf(context), context.caller.organizationId, places, pageRequest(query));
  return pageOf(rows, query.limit, byCreation, exportView);
}

/** @throws AppError `not_found`, `forbidden` */
export async function readExport(context: SignedInContext, id: string): Promise<ExportView> {
  return exportView(await requireExport(context, id));
}
