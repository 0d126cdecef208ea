import { parseSync } from 'vite';

/** A regular expression and its location. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `path:line`. */
  readonly place: string;
}

/** A call of `RegExp`: its source is joined at run time and not in the file. */
export interface BuiltPattern {
  readonly path: string;
  readonly line: number;
  /** True when it runs while the module is loaded, not inside a function. */
  readonly onLoad: boolean;
}

export interface PatternsOfFile {
  readonly literals: readonly Pattern[];
  readonly built: readonly BuiltPattern[];
}

/** Finds all regular expressions in the syntax tree of a file. @throws Error for a file that does not parse. */
export function findPatterns(path: string, text: string): PatternsOfFile {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'does not parse'}`);
  const literals: Pattern[] = [];
  const built: BuiltPattern[] = [];
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const visit = (value: unknown, onLoad: boolean): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, onLoad);
      return;
    }
    if (!isNode(value)) return;
    const { type, start } = value;
    if (type === 'Literal' && isRegex(value['regex'])) {
      const { pattern, flags } = value['regex'];
      literals.push({ source: pattern, flags, place: `${path}:${lineAt(start)}` });
      return;
    }
    const isCall = type === 'NewExpression' || type === 'CallExpression';
    if (isCall && isNode(value['callee']) && value['callee']['name'] === 'RegExp') {
      built.push({ path, line: lineAt(start), onLoad });
    }
    const inside = onLoad && !FUNCTIONS.has(type);
    for (const child of Object.values(value)) visit(child, inside);
  };
  visit(program, true);
  return { literals, built };
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function isRegex(value: unknown): value is { readonly pattern: string; readonly flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}
