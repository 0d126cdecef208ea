import type { Application } from '../../http/application.ts';
import { mountCreateApiKey } from './create.ts';
import { mountListApiKeys } from './list.ts';
import { mountRevokeApiKey } from './revoke.ts';
import { mountRotateApiKey } from './rotate.ts';

export function mountApiKeyRoutes(app: Application): void {
  mountCreateApiKey(app);
  mountListApiKeys(app);
  mountRevokeApiKey(app);
  mountRotateApiKey(app);
}
