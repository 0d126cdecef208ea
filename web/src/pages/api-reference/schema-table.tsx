import { type OpenApiDocument, type OpenApiSchema, refName, resolveSchema, typeText } from './openapi.ts';

export interface SchemaTableProps {
  readonly document: OpenApiDocument;
  readonly schema: OpenApiSchema;
  /** Names of the enclosing schemas; recursive schemas are not expanded again. */
  readonly seen?: readonly string[];
}

/** The properties of a schema; nested objects are collapsible. */
export function SchemaTable({ document, schema, seen = [] }: SchemaTableProps) {
  const inner = inside(document, schema);
  const properties = Object.entries(inner.properties ?? {});
  if (properties.length === 0)
    return <code class="break-words font-mono text-ink-soft text-xs">{typeText(schema)}</code>;
  const name = refName(schema);
  const within = name === null ? seen : [...seen, name];
  return (
    <ul class="border-line border-l text-sm">
      {properties.map(([key, property]) => {
        const nested = nestedOf(document, property);
        const nestedName = nested === null ? null : refName(nested);
        const opens = nested !== null && (nestedName === null || !within.includes(nestedName));
        return (
          <li key={key} class="py-1 pl-4">
            <span class="flex flex-wrap items-baseline gap-x-3">
              <code class="font-mono">{key}</code>
              <code class="min-w-0 break-words font-mono text-ink-soft text-xs">{typeText(property)}</code>
              {inner.required?.includes(key) && <span class="text-review text-xs">required</span>}
            </span>
            {property.description && <span class="block text-ink-soft">{property.description}</span>}
            {opens && nested !== null && (
              <details>
                <summary class="w-fit cursor-pointer text-ink-faint text-xs">properties</summary>
                <div class="mt-1">
                  <SchemaTable document={document} schema={nested} seen={within} />
                </div>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Merges the parts of an `allOf` into one object. */
function inside(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchema {
  const own = resolveSchema(document, schema);
  if (!own.allOf) return own;
  const parts = own.allOf.map((part) => inside(document, part));
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    required: parts.flatMap(({ required }) => required ?? []),
  };
}

/** The object schema inside a property: the property itself, the items of a list, the values of a map, or the non-null choice. */
function nestedOf(document: OpenApiDocument, property: OpenApiSchema): OpenApiSchema | null {
  const own = resolveSchema(document, property);
  if (own.properties || own.allOf) return property;
  if (own.items && !('length' in own.items)) return nestedOf(document, own.items);
  if (typeof own.additionalProperties === 'object') return nestedOf(document, own.additionalProperties);
  const choice = (own.anyOf ?? own.oneOf)?.find(({ type }) => type !== 'null');
  return choice ? nestedOf(document, choice) : null;
}
