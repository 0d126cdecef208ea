import type { SchemaTemplate, TemplateField, TemplateFieldKind } from '#core/domain/schema-template';
import type { LabelSearch } from '../documents/field-spec.ts';
import { type Span, spanText } from '../layout/lines.ts';
import { type Choice, type Choices, choiceOf } from '../resolve/base/choice.ts';
import { createContext, groupLinks, type ResolveContext } from '../resolve/base/context.ts';
import { resolveLabelled } from '../resolve/labelled/labelled.ts';
import { resolveText } from '../resolve/labelled/text.ts';
import { trimZeros } from '../resolve/rows/row-values.ts';
import { blocksOf, type LabelledBlock } from './block.ts';
import { resolveMark } from './check-mark.ts';
import { fieldRole, indexLabels, withFieldLabels } from './field-label.ts';

/**
 * Resolves the values of a template's own fields, using the same links and weights as any other field; `pause` yields
 * to the event loop.
 */
export async function resolveTemplate(
  template: SchemaTemplate,
  context: ResolveContext,
  pause: () => Promise<void>,
): Promise<Choices> {
  const index = indexLabels(template);
  const pages = context.pages.map((page) => withFieldLabels(page, index));
  const links = await groupLinks(pages, { count: (words) => context.pace.count(words), spend: pause });
  const own = createContext(pages, links, context.documentType, context.language, {}, context.pace);
  const choices: Choices = new Map();
  for (const field of template.fields) {
    // A field without labels is one that the engine knows by name.
    const choice = field.labels.length === 0 ? undefined : resolveField(field, own);
    if (choice !== undefined) choices.set(field.name, choice);
    await pause();
  }
  return choices;
}

function resolveField(field: TemplateField, context: ResolveContext): Choice | undefined {
  switch (field.kind) {
    case 'name':
    case 'address':
      return resolveBlock(field, context);
    case 'text':
      return resolveText(labelled(field, 'text'), context) ?? resolveBlock(field, context);
    case 'email':
      return resolveEmail(field, context);
    case 'checkbox':
      return resolveMark(field.name, context);
    case 'number':
      return withoutZeros(resolveLabelled({ ...labelled(field, 'amount'), bareNumbers: true }, context));
    default:
      return resolveLabelled(labelled(field, field.kind), context);
  }
}

/** A count is not money: `12`, not `12.00`. */
function withoutZeros(choice: Choice | undefined): Choice | undefined {
  return choice && { ...choice, value: trimZeros(choice.value) };
}

function labelled(field: TemplateField, kind: LabelSearch['kind']): LabelSearch {
  return { name: field.name, kind, roles: [[fieldRole(field.name), 1]] };
}

const EMAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}/i;

function resolveEmail(field: TemplateField, context: ResolveContext): Choice | undefined {
  for (const block of blocksOf(context.pages, fieldRole(field.name))) {
    const found = block.lines.find((line) => EMAIL.test(spanText(line)));
    const value = found === undefined ? undefined : EMAIL.exec(spanText(found))?.[0];
    if (found !== undefined && value !== undefined) return templateChoice(field, block, value, [found]);
  }
  return undefined;
}

function resolveBlock(field: TemplateField, context: ResolveContext): Choice | undefined {
  for (const block of blocksOf(context.pages, fieldRole(field.name))) {
    const lines = linesFor(field.kind, block.lines);
    const value = lines.map(spanText).join(field.kind === 'address' ? ', ' : ' ');
    if (/[\p{L}\p{N}]/u.test(value)) return templateChoice(field, block, value, lines);
  }
  return undefined;
}

function linesFor(kind: TemplateFieldKind, lines: readonly Span[]): readonly Span[] {
  return kind === 'address' ? lines.slice(1) : lines.slice(0, 1);
}

function templateChoice(field: TemplateField, block: LabelledBlock, value: string, spans: readonly Span[]): Choice {
  return choiceOf({
    value,
    spans,
    score: field.kind === 'address' ? Math.min(block.score, ADDRESS_SCORE) : block.score,
    rule: `label:${block.label.phrase}/${field.kind}`,
  });
}

/** The end of an address is less certain than that of a name. */
const ADDRESS_SCORE = 0.8;
