import type { Application } from '../../http/application.ts';
import { mountCreateExport } from './create.ts';
import { mountDownloadExport } from './download.ts';
import { mountGetExport } from './get.ts';
import { mountListExports } from './list.ts';

export function mountExportRoutes(app: Application): void {
  mountListExports(app);
  mountCreateExport(app);
  mountGetExport(app);
  mountDownloadExport(app);
}
