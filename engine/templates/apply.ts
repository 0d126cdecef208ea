import type { Check, FieldValue, LineItem } from '#core/domain/result';
import type { SchemaTemplate } from '#core/domain/schema-template';
import { toFieldValue } from '../confidence/confidence.ts';
import type { ResolveContext } from '../resolve/base/context.ts';
import { readTemplateTable } from './table.ts';
import { checkTemplate } from './template-checks.ts';
import { resolveTemplate } from './to-choices.ts';

export interface TemplateReading {
  /** The resulting fields: known ones completed by the template's, or only the template's own. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly checks: readonly Check[];
  /** The rows of the template's table; undefined if it has none or none was found. */
  readonly lineItems?: readonly LineItem[];
}

/**
 * Reads a document by a template. `known` are the fields of its document type: fields the engine knows by name take
 * precedence over values found by the template's labels, unless only the template's labels find a value.
 */
export async function applyTemplate(
  template: SchemaTemplate,
  known: Readonly<Record<string, FieldValue>>,
  context: ResolveContext,
  pause: () => Promise<void>,
): Promise<TemplateReading> {
  const choices = await resolveTemplate(template, context, pause);
  const own = Object.fromEntries([...choices].map(([name, choice]) => [name, toFieldValue(name, choice)]));
  const names = new Set(template.fields.map((field) => field.name));
  const base = Object.entries(known).filter(([name]) => template.onlyOwnFields !== true || names.has(name));
  const judged = checkTemplate(template, { ...own, ...Object.fromEntries(base) });
  const layouts = context.pages.map((page) => page.layout);
  const rows = template.table === undefined ? [] : readTemplateTable(template.table, layouts, context.locale);
  return { ...judged, ...(rows.length > 0 && { lineItems: rows }) };
}
