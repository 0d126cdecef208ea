import { type OpenApiDocument, type OpenApiSchema, refName, resolveSchema } from './openapi.ts';

/** Maximum nesting of an example; enough for every response of the API. */
const MAX_DEPTH = 7;

const BY_FORMAT: Readonly<Record<string, unknown>> = {
  'date-time': '2026-11-02T09:30:00Z',
  date: '2026-11-02',
  email: 'ada@example.com',
  uri: 'https://example.com/',
  binary: '(file)',
};

/** An example value of a schema: its own example if it has one, otherwise one derived from its type. Stops at recursion. */
export function exampleOf(document: OpenApiDocument, schema: OpenApiSchema, seen: readonly string[] = []): unknown {
  const name = refName(schema);
  if ((name !== null && seen.includes(name)) || seen.length > MAX_DEPTH) return {};
  const within = name === null ? seen : [...seen, name];
  const own = resolveSchema(document, schema);
  if (own.example !== undefined) return own.example;
  if (own.examples?.[0] !== undefined) return own.examples[0];
  if (own.default !== undefined) return own.default;
  if (own.const !== undefined) return own.const;
  if (own.enum) return own.enum[0];
  const choice = (own.anyOf ?? own.oneOf)?.find(({ type }) => type !== 'null');
  if (choice) return exampleOf(document, choice, within);
  if (own.allOf) {
    const parts = own.allOf.map((part) => exampleOf(document, part, within));
    return Object.assign({}, ...parts.filter((part) => typeof part === 'object'));
  }
  const type = typeof own.type === 'string' ? own.type : own.type?.find((each) => each !== 'null');
  switch (type) {
    case 'object': {
      const properties = Object.entries(own.properties ?? {}).map(([key, value]) => [
        key,
        exampleOf(document, value, within),
      ]);
      const further = own.additionalProperties;
      const named = typeof further === 'object' ? [['name', exampleOf(document, further, within)]] : [];
      return Object.fromEntries([...properties, ...named]);
    }
    case 'array': {
      const items = own.prefixItems ?? own.items;
      if (items === undefined) return [];
      return 'length' in items
        ? items.map((item) => exampleOf(document, item, within))
        : [exampleOf(document, items, within)];
    }
    case 'integer':
      return 1;
    case 'number':
      return 0.98;
    case 'boolean':
      return true;
    default:
      return BY_FORMAT[own.format ?? ''] ?? 'text';
  }
}
