import type { Application } from '../http/application.ts';

/** The OpenAPI 3.1 document, generated from the very route objects that are mounted. */
export function openApiDocument(app: Application) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'An access token from sign-in, or an API key (`nc_live_…`).',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-nc_access',
    description: 'The browser session. Changing requests must come from the same origin.',
  });
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'NeoCaptured API',
      version: '1',
      description: 'Documents in; fields with the place on the page and the proof for each value out.',
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Documents', description: 'Hand in, wait, read the result and the proof' },
      { name: 'Live', description: 'Hints over a WebSocket' },
      { name: 'Identity', description: 'Register, sign in, who am I' },
      { name: 'Organizations', description: 'Create, rename, hand over, leave' },
      { name: 'Members', description: 'Members, invitations and roles' },
      { name: 'Organizations', description: 'The organizations you work in' },
      { name: 'Members', description: 'People, invitations, roles' },
      { name: 'Workspaces', description: 'Teams, and who reaches which documents' },
      { name: 'API keys', description: 'Credentials for programs' },
      { name: 'Usage', description: 'What was counted, line by line' },
      { name: 'Audit', description: 'Who did what, when' },
      { name: 'Development', description: 'What a server on your own machine shows' },
      { name: 'Administration', description: 'For those who look after the whole server' },
      { name: 'Health', description: 'Alive and ready' },
      { name: 'Development', description: 'Only where ENVIRONMENT is development' },
    ],
  });
}

export function mountOpenApi(app: Application, base: string): void {
  let body: string | undefined;
  app.get(`${base}/openapi.json`, (c) => {
    body ??= JSON.stringify(openApiDocument(app));
    return c.body(body, 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' });
  });
}
