import type { MiddlewareHandler } from 'hono';
import { AppError } from '#core/platform/errors';
import { type KeptAnswer, takeTurn } from '../services/repeat-safely.ts';
import { type AppEnv, signedIn } from './application.ts';

export const MAX_IDEMPOTENCY_KEY_LENGTH = 255;

/** For the OpenAPI document of operations that are repeatable. */
export const idempotencyKeyParameter = {
  in: 'header',
  name: 'idempotency-key',
  required: false,
  schema: { type: 'string', maxLength: MAX_IDEMPOTENCY_KEY_LENGTH },
  description: 'The same key with the same request is done once: whoever repeats it gets the first answer again.',
} as const;

/**
 * Lets a request that carries an `Idempotency-Key` be repeated without being done twice; behind `authorize`, so that an
 * answer is given again only to who may ask today. Only successes are kept: what was refused may be tried again.
 */
export function repeatable(operationId: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined) return next();
    if (key === '' || key.length > MAX_IDEMPOTENCY_KEY_LENGTH)
      throw new AppError('bad_request', `Idempotency-Key holds 1 to ${MAX_IDEMPOTENCY_KEY_LENGTH} characters.`);
    const content = `${c.req.path}\n${await c.req.text()}`;
    const taken = await takeTurn(signedIn(c), key, { operation: operationId, content });
    if ('kept' in taken) return answerAgain(taken.kept);
    await next();
    const { res } = c;
    await taken.turn.finish(res.ok ? { status: res.status, body: await res.clone().text() } : null);
  };
}

function answerAgain({ status, body }: KeptAnswer): Response {
  const headers = new Headers({ 'idempotency-replayed': 'true' });
  if (body !== '') headers.set('content-type', 'application/json');
  return new Response(body === '' ? null : body, { status, headers });
}
