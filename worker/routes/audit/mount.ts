import type { Application } from '../../http/application.ts';
import { mountListAuditEvents } from './list.ts';

export function mountAuditRoutes(app: Application): void {
  mountListAuditEvents(app);
}
