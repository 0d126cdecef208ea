/**
 * Both Workers in one, for tests only: one isolate, no prebuild, and every class accessible to the test tools. Each
 * half still uses only the bindings declared in its own `Environment`.
 */
import { EXPORT_QUEUE, WEBHOOK_QUEUE } from '#core/domain/queues';
import consumer from '../../queue-consumer/index.ts';
import api from '../../worker/index.ts';

export { EngineEntrypoint } from '../../queue-consumer/index.ts';
export { OrganizationObject } from '../../worker/index.ts';

export default {
  fetch: api.fetch,
  scheduled: api.scheduled,
  queue(batch, env, execution) {
    return [WEBHOOK_QUEUE, EXPORT_QUEUE].includes(batch.queue)
      ? api.queue(batch, env, execution)
      : consumer.queue(batch, env);
  },
} satisfies ExportedHandler<Cloudflare.Env>;
