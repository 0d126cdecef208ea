import type { Application } from '../../http/application.ts';
import { mountChangeAuditRetention } from './change-retention.ts';
import { mountExportAuditEvents } from './export.ts';
import { mountListAuditEvents } from './list.ts';
import { mountReadAuditRetention } from './read-retention.ts';
import { mountVerifyAuditChain } from './verify.ts';

export function mountAuditRoutes(app: Application): void {
  mountListAuditEvents(app);
  mountVerifyAuditChain(app);
  mountExportAuditEvents(app);
  mountReadAuditRetention(app);
  mountChangeAuditRetention(app);
}
