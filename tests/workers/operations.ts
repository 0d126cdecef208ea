import { z } from '@hono/zod-openapi';
import { createApplication } from '../../worker/http/application.ts';
import { mountRoutes } from '../../worker/routes/mount.ts';
import { openApiDocument } from '../../worker/routes/openapi.ts';

/** Properties of an API operation needed by the suites, taken from the mounted route objects. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** As in the OpenAPI document, with `{id}` for parameters. */
  readonly path: string;
  readonly permission: unknown;
  readonly tenant: unknown;
  readonly security: unknown;
  /** True if a JSON body is required. */
  readonly jsonBody: boolean;
  /** Media type of the request body; undefined if it takes none. */
  readonly bodyMedia: string | undefined;
  readonly statuses: readonly number[];
  /** Schema of the JSON response; undefined for other responses. */
  schemaOf(status: number): z.ZodType | undefined;
  /** Media types of the response with this status. */
  mediaOf(status: number): readonly string[];
}

const app = createApplication();
mountRoutes(app, '/api/v1');

export const openApi = openApiDocument(app);

/** `get /path` of every mounted route, whether or not it was defined with `operation`. */
export const mounted: ReadonlySet<string> = new Set(
  app.routes
    .filter((route) => route.method !== 'ALL')
    .map((route) => `${route.method.toLowerCase()} ${route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`),
);

export const operations: readonly Operation[] = app.openAPIRegistry.definitions.flatMap((definition) => {
  if (definition.type !== 'route') return [];
  const { route } = definition;
  const extensions: Readonly<Record<string, unknown>> = { ...route };
  return [
    {
      id: route.operationId ?? `${route.method} ${route.path}`,
      method: route.method,
      path: route.path,
      permission: extensions['x-permission'],
      tenant: extensions['x-tenant'],
      security: route.security,
      jsonBody: route.request?.body?.required === true && 'application/json' in route.request.body.content,
      bodyMedia: Object.keys(route.request?.body?.content ?? {})[0],
      statuses: Object.keys(route.responses).map(Number),
      schemaOf: (status) => zodOf(route.responses[status]),
      mediaOf: (status) => Object.keys(contentOf(route.responses[status])),
    },
  ];
});

export const protectedOperations = operations.filter((each) => each.permission !== 'public');

function contentOf(response: unknown): Readonly<Record<string, unknown>> {
  if (typeof response !== 'object' || response === null || !('content' in response)) return {};
  return { ...Object(response.content) };
}

function zodOf(response: unknown): z.ZodType | undefined {
  const media: Readonly<Record<string, unknown>> = { ...Object(contentOf(response)['application/json']) };
  const { schema } = media;
  return schema instanceof z.ZodType ? schema : undefined;
}

/** Fills in the path parameters; missing ones get a well-formed value that matches no object. */
export function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '1'));
}
