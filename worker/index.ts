import { createApp } from './app.ts';
import type { Environment } from './environment.ts';
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
  scheduled: (_controller, env, execution) => sweep(env, execution),
} satisfies ExportedHandler<Environment>;
