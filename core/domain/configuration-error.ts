/**
 * An invalid deployment variable. The Worker must refuse to serve. The message contains the variable's name and the
 * rule it violates, never the value: values may be secrets, and the message is logged and sent to callers.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly variable: string;

  constructor(variable: string, rule: string) {
    super(`${variable} ${rule}`);
    this.variable = variable;
  }
}

/** Parses a variable that holds JSON. @throws ConfigurationError */
export function parseJsonVariable(variable: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's message quotes the text, which may be a secret, so it is not attached as the cause.
    throw new ConfigurationError(variable, 'must be valid JSON');
  }
}
