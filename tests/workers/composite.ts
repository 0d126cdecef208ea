/**
 * Both Workers as one, for tests only: one isolate, no prebuild, and every class within reach of the test tools. Each
 * half still sees only the bindings it names in its own `Environment`.
 */
import consumer from '../../queue-consumer/index.ts';
import api from '../../worker/index.ts';

export { EngineEntrypoint } from '../../queue-consumer/index.ts';
export { OrganizationObject } from '../../worker/index.ts';

export default { fetch: api.fetch, scheduled: api.scheduled, queue: consumer.queue };
