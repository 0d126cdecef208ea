import type { EndedAccess } from '#core/store/address-proof';
import { forgetApiKey } from './authenticate.ts';
import { forgetSession } from './session-liveness.ts';

/** For whoever ends sessions and API keys of a person: in this isolate they end at once. */
export function forgetAccess({ sessions, apiKeys }: EndedAccess): void {
  for (const session of sessions) forgetSession(session);
  for (const key of apiKeys) forgetApiKey(key);
}
