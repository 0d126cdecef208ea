/**
 * Both Workers in one, for tests only: one isolate, no prebuild, and every class accessible to the test tools. Each
 * half still uses only the bindings declared in its own `Environment`.
 */
import consumer from '../../queue-consumer/index.ts';
import api from '../../worker/index.ts';

export { EngineEntrypoint } from '../../queue-consumer/index.ts';
export { OrganizationObject } from '../../worker/index.ts';

export default { fetch: api.fetch, scheduled: api.scheduled, queue: consumer.queue };
