import type { ExecutionContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ConfigurationError } from '#core/domain/configuration-error';
import { VALUE_LIMITS } from '#core/domain/value-limits';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { createLogger } from '#core/platform/log';
import { isTransientFault } from '#core/platform/transient-fault';
import { createDependencies, prepare } from './dependencies.ts';
import type { Environment } from './environment.ts';
import { AfterAnswer } from './http/after-answer.ts';
import { allowedMethods } from './http/allowed-methods.ts';
import { addRateLimitHeaders, addSecurityHeaders } from './http/answer-headers.ts';
import { type Application, createApplication } from './http/application.ts';
import { internalError, outOfReach, problemResponse } from './http/problem.ts';
import { mountRoutes } from './routes/mount.ts';
import { sealSoon } from './services/audit/seal-soon.ts';

const API = '/api/v1';
/** Paths that older clients call without the version prefix. */
const UNPREFIXED = /^\/(auth\/|organizations(\/|$)|inference\/process-document$)/;
/** Path of the built files, whose names contain a content hash. */
const BUILT_FILES = '/assets/';
/** Paths of the API Worker itself; everything else is the web application. */
const OWN_PATHS = /^\/(api\/|healthz$|readyz$|\.well-known\/)/;

/** Creates the application for one set of bindings. */
export function createApp(env: Environment): (request: Request, execution: ExecutionContext) => Promise<Response> {
  const unusable = configurationError(env);
  if (unusable) return async ({ url }) => refuseToServe(unusable, url);
  const app = createApplication();

  app.use(async (c, next) => {
    const requestId = newId('request', Date.now());
    const later = new AfterAnswer();
    const dependencies = createDependencies(env, c.executionCtx, requestId, (work) => later.add(work));
    c.set('context', {
      dependencies,
      requestId,
      ip: c.req.header('cf-connecting-ip')?.slice(0, VALUE_LIMITS.networkAddress) ?? null,
      host: c.req.header('host') ?? null,
      userAgent: c.req.header('user-agent')?.slice(0, VALUE_LIMITS.userAgent) ?? null,
    });
    await next();
    // The response to a WebSocket handshake comes from the Durable Object and is immutable.
    if (c.res.status === 101) return;
    const signedIn = c.get('signedIn');
    if (signedIn && c.req.method !== 'GET') sealSoon(signedIn, signedIn.caller.organizationId, signedIn.caller.shard);
    const { headers } = c.res;
    headers.set('x-request-id', requestId);
    const allowance = c.get('allowance');
    if (allowance) addRateLimitHeaders(headers, allowance, dependencies.now());
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    addSecurityHeaders(headers);
    c.res = await later.follow(c.res, c.executionCtx, dependencies.log);
  });

  app.onError((error, c) => {
    const { requestId, dependencies } = c.get('context');
    const { log } = dependencies;
    const known = asAppError(error);
    if (!known || known.code === 'internal_error') log.error('request failed', error, { path: c.req.path });
    else if (known.extra.cause === error) log.error('platform out of reach', error, { path: c.req.path });
    return problemResponse(known ?? internalError(), requestId);
  });

  mountRoutes(app as Application, API);
  const methodsOf = allowedMethods(app);

  app.notFound((c) => {
    const { requestId } = c.get('context');
    const methods = methodsOf(c.req.path);
    if (methods.length === 0) {
      return problemResponse(new AppError('not_found', 'There is no such endpoint.'), requestId);
    }
    const allow = methods.join(', ');
    const refused = problemResponse(new AppError('method_not_allowed', `This endpoint accepts ${allow}.`), requestId);
    refused.headers.set('allow', allow);
    return refused;
  });

  return async (request, execution) => {
    const url = new URL(request.url);
    if (UNPREFIXED.test(url.pathname)) {
      url.pathname = API + url.pathname;
      return app.fetch(new Request(url, request), env, execution);
    }
    if (OWN_PATHS.test(url.pathname)) return app.fetch(request, env, execution);
    return webAsset(request, env);
  };
}

/** Returns the configuration error that prevents serving; null if all variables are valid. */
function configurationError(env: Environment): ConfigurationError | null {
  try {
    prepare(env);
    return null;
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}

function refuseToServe(error: ConfigurationError, url: string): Response {
  const requestId = newId('request', Date.now());
  const log = createLogger({ request_id: requestId });
  log.error('not serving: the configuration cannot be used', error, {
    variable: error.variable,
    path: new URL(url).pathname,
  });
  const response = problemResponse(
    new AppError('misconfigured', `This deployment is not configured correctly: ${error.message}.`),
    requestId,
  );
  response.headers.set('x-request-id', requestId);
  response.headers.set('cache-control', 'no-store');
  addSecurityHeaders(response.headers);
  return response;
}

function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (isTransientFault(error)) return outOfReach(error);
  if (error instanceof HTTPException && error.status < 500) {
    if (error.status === 413) return new AppError('body_too_large', 'The request body is too large.');
    if (error.status === 415)
      return new AppError('unsupported_media_type', 'This operation does not accept this content type.');
    return new AppError('bad_request', 'The request is malformed.');
  }
  return null;
}

/**
 * Serves a page of the web application or a built file. Unknown files are not found: only page URLs fall back to the
 * application.
 */
async function webAsset(request: Request, env: Environment): Promise<Response> {
  const asset = await env.ASSETS.fetch(request);
  const isPage = asset.headers.get('content-type')?.startsWith('text/html') ?? false;
  const isBuilt = new URL(request.url).pathname.startsWith(BUILT_FILES);
  const response = isPage && isBuilt ? new Response(null, { status: 404 }) : new Response(asset.body, asset);
  if (isBuilt && response.ok) response.headers.set('cache-control', 'public, max-age=31536000, immutable');
  addSecurityHeaders(response.headers);
  return response;
}
