import type { Application } from '../../http/application.ts';
import { mountCreateApiKey } from './create.ts';
import { mountListApiKeys } from './list.ts';
import { mountReadApiKeyUsage } from './read-usage.ts';
import { mountRevokeApiKey } from './revoke.ts';
import { mountRotateApiKey } from './rotate.ts';
import { mountUpdateApiKey } from './update.ts';

export function mountApiKeyRoutes(app: Application): void {
  mountCreateApiKey(app);
  mountListApiKeys(app);
  mountReadApiKeyUsage(app);
  mountUpdateApiKey(app);
  mountRevokeApiKey(app);
  mountRotateApiKey(app);
}
