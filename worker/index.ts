import { EXPORT_QUEUE } from '#core/domain/queues';
import { createApp } from './app.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import type { Environment } from './environment.ts';
import { consumeExports } from './make-exports.ts';
import { sweep } from './sweep.ts';

export { OrganizationObject } from '#core/organization/object';

type App = ReturnType<typeof createApp>;
const apps = new WeakMap<Environment, App>();

function appOf(env: Environment): App {
  let app = apps.get(env);
  if (!app) {
    app = createApp(env);
    apps.set(env, app);
  }
  return app;
}

export default {
  fetch: (request, env, execution) => appOf(env)(request, execution),
  queue: (batch, env, execution) =>
    batch.queue === EXPORT_QUEUE ? consumeExports(batch, env, execution) : deliverWebhooks(batch, env, execution),
  scheduled: (_controller, env, execution) => sweep(env, execution),
} satisfies ExportedHandler<Environment>;
