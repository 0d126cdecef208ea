import type { Application } from '../../http/application.ts';
import { mountReadUsage } from './read.ts';

export function mountUsageRoutes(app: Application): void {
  mountReadUsage(app);
}
