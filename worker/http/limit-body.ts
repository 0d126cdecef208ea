import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '#core/platform/errors';
import type { AppEnv } from './application.ts';

/** Far more than any JSON we ask for; uploads have a bound of their own (read-upload.ts). */
export const MAX_JSON_BYTES = 1_048_576;

/** Bounds a JSON body before it is parsed. @throws AppError `body_too_large` */
export const limitBody: MiddlewareHandler<AppEnv> = bodyLimit({
  maxSize: MAX_JSON_BYTES,
  onError: () => {
    throw new AppError('body_too_large', `A JSON body has at most ${MAX_JSON_BYTES} bytes.`);
  },
});
