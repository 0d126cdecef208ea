import type { Application } from '../../http/application.ts';
import { mountCreateView } from './create.ts';
import { mountDeleteView } from './delete.ts';
import { mountListViews } from './list.ts';
import { mountUpdateView } from './update.ts';

export function mountViewRoutes(app: Application): void {
  mountListViews(app);
  mountCreateView(app);
  mountUpdateView(app);
  mountDeleteView(app);
}
