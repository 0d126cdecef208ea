/**
 * A variable of the deployment that cannot be used: the Worker must not serve then. The message is the variable's name
 * and the rule it breaks, never its value, which may be a secret: it is logged and sent to callers.
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
    // The parser's message quotes the text, which may be a secret, so it is not kept as the cause.
    throw new ConfigurationError(variable, 'must be valid JSON');
  }
}
