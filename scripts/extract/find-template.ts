import { readFile } from 'node:fs/promises';
import { templateBodySchema, toSchemaTemplate } from '#core/contract/templates';
import type { SchemaTemplate } from '#core/domain/schema-template';
import { SHIPPED_TEMPLATES, shippedTemplate } from '#engine/templates/shipped';

/**
 * A shipped template by its id, or one from a JSON file in the form of the API's request body. A string is an error
 * text.
 */
export async function findTemplate(name: string): Promise<SchemaTemplate | string> {
  const shipped = shippedTemplate(name);
  if (shipped !== undefined) return shipped;
  const text = await readFile(name, 'utf8').catch(() => undefined);
  if (text === undefined)
    return `no template ${name}: neither a file nor one of ${SHIPPED_TEMPLATES.map(({ id }) => id).join(', ')}`;
  const parsed = templateBodySchema.safeParse(parseJson(text));
  if (parsed.success) return toSchemaTemplate(name, 1, parsed.data);
  return parsed.error.issues.map(({ path, message }) => `${name}: ${path.join('.')} ${message}`).join('\n');
}

/** Text that is not JSON is rejected by the schema. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
