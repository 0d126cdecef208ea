import { createRoute, type RouteConfig } from '@hono/zod-openapi';
import { problemSchema } from '#core/contract/problem';
import { authorize, type OperationAccess } from './authorize.ts';
import { limitBody } from './limit-body.ts';
import { idempotencyKeyParameter, repeatable } from './repeatable.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const SIGNED_IN_PROBLEMS = {
  401: problem('Authentication required'),
  403: problem('Not allowed'),
  429: problem('Too many requests'),
};

/**
 * Defines one operation of the API: its OpenAPI entry and, as middleware before validation, its access check. This is
 * the only way to mount an operation, so neither can be forgotten.
 */
export function operation<
  const P extends string,
  const R extends Omit<RouteConfig, 'path' | 'security' | 'middleware'>,
>(access: OperationAccess, route: R & { readonly path: P }) {
  const { operationId } = route;
  const isRepeatable = operationId !== undefined && mayBeRepeated(access, route);
  const responses = {
    ...(access.permission === 'public' ? { 403: problem('Cross-site request refused') } : SIGNED_IN_PROBLEMS),
    ...('request' in route ? { 400: problem('Bad request'), 422: problem('Validation failed') } : {}),
    ...(route.method === 'get' ? {} : { 413: problem('Body too large') }),
    ...(isRepeatable ? { 409: problem('Conflict'), 422: problem('Validation failed') } : {}),
    500: problem('Internal error'),
    503: problem('Temporarily unavailable'),
    ...route.responses,
  };
  return createRoute({
    ...route,
    responses: responses as R['responses'],
    security: access.permission === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
    'x-permission': access.permission,
    'x-tenant': access.tenant,
    ...(isRepeatable ? { parameters: [idempotencyKeyParameter] } : {}),
    middleware: [
      authorize(access, operationId),
      limitBody(route),
      ...(isRepeatable ? [repeatable(operationId, successStatusOf(route))] : []),
    ],
  });
}

/**
 * Returns whether the operation honours `Idempotency-Key`: authenticated POST operations of tenants. Excludes uploads,
 * which store their key with the document, and sign-in and impersonation, whose responses are tokens.
 */
function mayBeRepeated(
  { permission, tenant }: OperationAccess,
  { method, path, request }: Pick<RouteConfig, 'method' | 'path' | 'request'>,
): boolean {
  const isUpload = 'multipart/form-data' in (request?.body?.content ?? {});
  return method === 'post' && permission !== 'public' && tenant !== 'system' && !isUpload && !path.startsWith('/auth/');
}

/** Returns the operation's success status. */
function successStatusOf({ responses }: Pick<RouteConfig, 'responses'>): number {
  const [status, ...others] = Object.keys(responses)
    .map(Number)
    .filter((each) => each >= 200 && each < 300);
  if (status === undefined || others.length > 0) throw new TypeError('a repeatable operation has one success');
  return status;
}

/** A JSON response. */
export function json<S>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } } as const;
}

/** Additional error responses of an operation, by status. */
export function problems<const S extends Readonly<Record<number, string>>>(byStatus: S) {
  return Object.fromEntries(Object.entries(byStatus).map(([status, text]) => [status, problem(text)])) as {
    [K in keyof S]: ReturnType<typeof problem>;
  };
}
