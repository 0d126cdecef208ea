import type { Application } from '../../http/application.ts';
import { mountDeleteLogo } from './delete-logo.ts';
import { mountGetLogo } from './get-logo.ts';
import { mountPutLogo } from './put-logo.ts';
import { mountReadBranding } from './read.ts';
import { mountUpdateBranding } from './update.ts';

export function mountBrandingRoutes(app: Application): void {
  mountReadBranding(app);
  mountUpdateBranding(app);
  mountPutLogo(app);
  mountDeleteLogo(app);
  mountGetLogo(app);
}
