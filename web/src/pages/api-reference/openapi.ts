/** The parts of an OpenAPI 3.1 document that the reference shows. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly required?: readonly string[];
  readonly items?: OpenApiSchema | readonly OpenApiSchema[];
  readonly prefixItems?: readonly OpenApiSchema[];
  readonly additionalProperties?: OpenApiSchema | boolean;
  readonly anyOf?: readonly OpenApiSchema[];
  readonly oneOf?: readonly OpenApiSchema[];
  readonly allOf?: readonly OpenApiSchema[];
}

export interface OpenApiMedia {
  readonly schema?: OpenApiSchema;
}

export interface OpenApiOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly 'x-permission'?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: OpenApiSchema;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, OpenApiMedia>> };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, OpenApiMedia>> }>
  >;
}

export interface OpenApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  /** The groups, in reading order. */
  readonly tags?: readonly { readonly name: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, OpenApiOperation | undefined>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, OpenApiSchema>> };
}

export interface ListedOperation {
  /** The anchor: `get-documents-id`. */
  readonly anchor: string;
  readonly method: string;
  readonly route: string;
  readonly tag: string;
  readonly operation: OpenApiOperation;
}

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** All operations, in the order of the document's tags. Operations without a tag are grouped by the first part of their path. */
export function listOperations(document: OpenApiDocument): readonly ListedOperation[] {
  const order = (document.tags ?? []).map((tag) => tag.name);
  const rank = ({ tag }: ListedOperation) => (order.includes(tag) ? order.indexOf(tag) : order.length);
  const listed = Object.entries(document.paths ?? {}).flatMap(([route, byMethod]) =>
    METHODS.flatMap((method): ListedOperation[] => {
      const operation = byMethod[method];
      if (!operation) return [];
      const short = route.replace(/^\/api\/v1/, '');
      const tag = operation.tags?.[0] ?? short.split('/').find((part) => part !== '') ?? 'other';
      const anchor = `${method}${route.replaceAll(/[{}]/g, '').replaceAll(/[^a-z0-9]+/gi, '-')}`.replace(/-$/, '');
      return [{ anchor, method: method.toUpperCase(), route, tag, operation }];
    }),
  );
  return listed.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether every word of the filter occurs in the method, path, tag, summary, id or permission of the operation. */
export function fitsWords(listed: ListedOperation, filter: string): boolean {
  const { method, route, tag, operation } = listed;
  const text = [method, route, tag, operation.summary, operation.operationId, operation['x-permission']]
    .join(' ')
    .toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function resolveSchema(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchema {
  const name = refName(schema);
  return (name === null ? undefined : document.components?.schemas?.[name]) ?? schema;
}

export function refName({ $ref }: OpenApiSchema): string | null {
  return $ref?.startsWith('#/components/schemas/') ? $ref.slice('#/components/schemas/'.length) : null;
}

/** A schema's type on one line: `string (date-time)`, `Document[]`, `"asc" | "desc"`. */
export function typeText(schema: OpenApiSchema): string {
  const name = refName(schema);
  if (name !== null) return name;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeText).join(' | ');
  if (schema.allOf) return schema.allOf.map(typeText).join(' & ');
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any']);
  return types.map((type) => oneType(type, schema)).join(' | ');
}

function oneType(type: string, schema: OpenApiSchema): string {
  if (type === 'array') {
    const items = schema.prefixItems ?? schema.items;
    if (items === undefined) return 'array';
    return 'length' in items ? `[${items.map(typeText).join(', ')}]` : `${bracketed(typeText(items))}[]`;
  }
  if (type === 'object' && typeof schema.additionalProperties === 'object')
    return `{ [name]: ${typeText(schema.additionalProperties)} }`;
  return schema.format ? `${type} (${schema.format})` : type;
}

const bracketed = (text: string): string => (text.includes(' | ') ? `(${text})` : text);
