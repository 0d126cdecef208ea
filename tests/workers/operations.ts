import { z } from '@hono/zod-openapi';
import { createApplication } from '../../worker/http/application.ts';
import { mountRoutes } from '../../worker/routes/mount.ts';
import { openApiDocument } from '../../worker/routes/openapi.ts';

/** What the suites need of one operation of the API; taken from the very route objects that are mounted. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** As in the OpenAPI document, with `{id}` for parameters. */
  readonly path: string;
  readonly permission: unknown;
  readonly tenant: unknown;
  readonly security: unknown;
  /** True when a JSON body has to be sent. */
  readonly jsonBody: boolean;
  /** The kind of body it takes; undefined where it takes none. */
  readonly bodyMedia: string | undefined;
  readonly statuses: readonly number[];
  /** The schema of a JSON answer; undefined where the answer is none. */
  schemaOf(status: number): z.ZodType | undefined;
  /** The kinds of body an answer of this status has. */
  mediaOf(status: number): readonly string[];
}

const app = createApplication();
mountRoutes(app, '/api/v1');

export const openApi = openApiDocument(app);

/** `get /path` of everything that is mounted, whether or not it came through `operation`. */
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

/** The path with its parameters filled in; those not given keep a value of the right form that belongs to nothing. */
export function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '1'));
}
