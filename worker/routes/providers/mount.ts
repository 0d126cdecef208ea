import type { Application } from '../../http/application.ts';
import { mountBeginAtProvider } from './begin.ts';
import { mountProviderCallback } from './callback.ts';
import { mountLinkIdentity } from './link.ts';
import { mountListIdentities } from './list-identities.ts';
import { mountSignInOptions } from './options.ts';
import { mountUnlinkIdentity } from './unlink.ts';

export function mountProviderRoutes(app: Application): void {
  mountSignInOptions(app);
  mountBeginAtProvider(app);
  mountProviderCallback(app);
  mountListIdentities(app);
  mountLinkIdentity(app);
  mountUnlinkIdentity(app);
}
