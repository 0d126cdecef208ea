import { DrizzleQueryError } from 'drizzle-orm';

/**
 * What of an error may be logged. Two kinds of error quote data in their message: Drizzle appends the bound parameters
 * of the query (email addresses, hashes, names), and `JSON.parse` an excerpt of the text. Neither reaches a log line;
 * the stack is kept as its frames, because its first lines repeat the message.
 */
export interface ErrorDescription {
  readonly error: string;
  readonly error_name?: string;
  readonly stack?: string;
  readonly cause?: string;
}

/** Wrappers around an error that are followed; an error may be its own cause. */
const MAX_CAUSES = 5;

/** Length of a logged query in characters. A batch of many rows has a long text; its beginning tells which query it is. */
const MAX_QUERY = 2_000;

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { error: safeText(error) };
  const frames = framesOf(error);
  const causes = causesOf(error);
  return {
    error: safeText(error),
    error_name: error.name,
    ...(frames === '' ? {} : { stack: frames }),
    ...(causes.length === 0 ? {} : { cause: causes.map(safeText).join(' < ') }),
  };
}

function safeText(error: unknown): string {
  if (error instanceof DrizzleQueryError) return `Failed query: ${error.query.slice(0, MAX_QUERY)}`;
  if (error instanceof SyntaxError) return 'text that cannot be parsed';
  return error instanceof Error ? error.message : String(error);
}

function causesOf(error: Error): readonly unknown[] {
  const causes: unknown[] = [];
  let { cause } = error;
  while (cause !== undefined && causes.length < MAX_CAUSES) {
    causes.push(cause);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}

/** The lines `    at …` at the end of the stack. */
function framesOf({ stack = '' }: Error): string {
  const lines = stack.split('\n');
  const last = lines.findLastIndex((line) => !line.startsWith('    at '));
  return lines.slice(last + 1).join('\n');
}
