import type { Application } from '../http/application.ts';

/** Returns the OpenAPI 3.1 document, generated from the mounted routes. */
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
      description: 'Upload documents and get their fields, each with its position on the page and its evidence.',
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Documents', description: 'Upload documents and read their results' },
      { name: 'Rules', description: 'An organization’s own rules; documents that break one need review' },
      { name: 'Live', description: 'Notifications over a WebSocket' },
      { name: 'Identity', description: 'Registration, sign-in and the current user' },
      { name: 'Organizations', description: 'Create, rename, transfer and leave organizations' },
      { name: 'Members', description: 'Members, invitations and roles' },
      { name: 'Organizations', description: 'The organizations you work in' },
      { name: 'Members', description: 'People, invitations, roles' },
      { name: 'Workspaces', description: 'Teams and access to documents' },
      { name: 'API keys', description: 'Credentials for programs' },
      { name: 'Usage', description: 'Processed pages' },
      { name: 'Audit', description: 'The audit log' },
      { name: 'Development', description: 'Available on a local development server' },
      { name: 'Administration', description: 'For system administrators' },
      { name: 'Health', description: 'Liveness and readiness' },
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
