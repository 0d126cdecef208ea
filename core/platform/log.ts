import { describeError } from './describe-error.ts';

/**
 * Structured logs: one JSON object per line, always with the request id that is passed from the request to the queue.
 * Must never receive secrets, tokens, passwords or document content.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** `error` is logged as `describeError` allows; the response to the caller contains only the request id. */
  error(message: string, error: unknown, fields?: LogFields): void;
}

export function createLogger(base: LogFields): Logger {
  const write = (level: 'info' | 'warn' | 'error', message: string, fields: LogFields) => {
    const line = JSON.stringify({ level, message, ...base, ...fields });
    if (level === 'info') console.log(line);
    else if (level === 'warn') console.warn(line);
    else console.error(line);
  };
  return {
    info: (message, fields = {}) => write('info', message, fields),
    warn: (message, fields = {}) => write('warn', message, fields),
    error: (message, error, fields = {}) => write('error', message, { ...fields, ...describeError(error) }),
  };
}
