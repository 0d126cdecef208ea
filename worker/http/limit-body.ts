import type { RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { AppError } from '#core/platform/errors';
import type { Settings } from '#core/platform/settings';
import type { AppEnv } from './application.ts';

/** Well above any JSON body of the API. Also applies to operations without a body. */
export const MAX_JSON_BYTES = 1_048_576;

/** Size of a multipart body beyond the file: boundaries, part headers and text fields. */
export const FORM_OVERHEAD_BYTES = 65_536;

interface BodyLimit {
  readonly bytes: number;
  readonly refusal: AppError;
}

/**
 * Limits the body of every operation by its kind. Requests that announce a larger body are refused before reading;
 * bodies without a length are counted while reading and cut off at the limit.
 * @throws AppError `body_too_large` for JSON, `too_large` for files
 */
export function limitBody(route: Pick<RouteConfig, 'request'>): MiddlewareHandler<AppEnv> {
  const media = Object.keys(route.request?.body?.content ?? {})[0];
  return async (c, next) => {
    const { bytes, refusal } = limitOf(media, c.get('context').dependencies.settings);
    const { raw } = c.req;
    const announced = raw.headers.get('content-length');
    if (announced !== null && Number(announced) > bytes) throw refusal;
    // With a length and no transfer coding, the server itself ends the body there (RFC 9112 §6.3).
    if (raw.body === null || (announced !== null && !raw.headers.has('transfer-encoding'))) return next();
    const counted = countBytes(raw.body, bytes, refusal);
    c.req.raw = new Request(raw, { body: counted.body });
    await next();
    // The reader of the body reports the aborted stream as a malformed body.
    if (counted.isExceeded()) throw refusal;
  };
}

function limitOf(media: string | undefined, settings: Settings): BodyLimit {
  if (media === 'multipart/form-data') {
    const detail = `The file is larger than the ${settings.MAX_UPLOAD_BYTES} bytes that are accepted.`;
    return { bytes: settings.MAX_UPLOAD_BYTES + FORM_OVERHEAD_BYTES, refusal: new AppError('too_large', detail) };
  }
  if (media === 'application/octet-stream') {
    const detail = `The body is larger than the ${settings.LOGO_MAX_BYTES} bytes that are accepted.`;
    return { bytes: settings.LOGO_MAX_BYTES, refusal: new AppError('too_large', detail) };
  }
  const detail = `The JSON body exceeds the limit of ${MAX_JSON_BYTES} bytes.`;
  return { bytes: MAX_JSON_BYTES, refusal: new AppError('body_too_large', detail) };
}

/** Returns the body as a stream that fails with `refusal` after `limit` bytes. */
function countBytes(body: ReadableStream<Uint8Array>, limit: number, refusal: AppError) {
  let passed = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      passed += chunk.byteLength;
      if (passed > limit) controller.error(refusal);
      else controller.enqueue(chunk);
    },
  });
  return { body: body.pipeThrough(counter), isExceeded: () => passed > limit };
}
