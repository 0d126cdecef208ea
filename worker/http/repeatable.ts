import type { MiddlewareHandler } from 'hono';
import { AppError } from '#core/platform/errors';
import { takeTurn } from '../services/repeat-safely.ts';
import type { KeptAnswer } from '../services/turn.ts';
import { type AppEnv, signedIn } from './application.ts';

export const MAX_IDEMPOTENCY_KEY_LENGTH = 255;

/** OpenAPI parameter of repeatable operations. */
export const idempotencyKeyParameter = {
  in: 'header',
  name: 'idempotency-key',
  required: false,
  schema: { type: 'string', maxLength: MAX_IDEMPOTENCY_KEY_LENGTH },
  description: 'The same key with the same request is done once: whoever repeats it gets the first answer again.',
} as const;

/**
 * Makes requests with an `Idempotency-Key` safe to repeat. Runs after `authorize`, so that a stored response is only
 * returned to callers who still have access. Only successes are stored: refused requests may be retried.
 */
export function repeatable(operationId: string, successStatus: number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined) return next();
    if (key === '' || key.length > MAX_IDEMPOTENCY_KEY_LENGTH)
      throw new AppError('bad_request', `Idempotency-Key must have 1 to ${MAX_IDEMPOTENCY_KEY_LENGTH} characters.`);
    const content = `${c.req.path}\n${await c.req.text()}`;
    const context = signedIn(c);
    const taken = await takeTurn(context, key, { operation: operationId, content, successStatus });
    if ('kept' in taken) return answerAgain(taken.kept, { 'idempotency-replayed': 'true' });
    const { turn } = taken;
    c.set('signedIn', { ...context, turn });
    await next();
    const { res } = c;
    try {
      if (res.ok) return await turn.finish({ status: res.status, body: await res.clone().text() });
      const made = await turn.abandon();
      if (!made) return;
      // The change was made, but the request failed afterwards. Start a new response without the failure's headers.
      c.res = undefined;
      c.res = answerAgain(made);
    } catch (error) {
      // Return the response anyway: failing to store it does not undo the change.
      context.dependencies.log.error('claim of an Idempotency-Key not settled', error, { operation: operationId });
    }
  };
}

function answerAgain({ status, body }: KeptAnswer, more: Readonly<Record<string, string>> = {}): Response {
  const headers = new Headers(more);
  if (body !== '') headers.set('content-type', 'application/json');
  return new Response(body === '' ? null : body, { status, headers });
}
