import type { TemplateBody } from '#core/contract/templates';
import { TEMPLATE_LIMITS, type TemplateFieldKind } from '#core/domain/schema-template';

/** A template as edited: lists are texts with one entry per line. */
export interface TemplateDraft {
  readonly name: string;
  readonly family: TemplateBody['family'];
  readonly documentType: TemplateBody['document_type'];
  readonly onlyOwnFields: boolean;
  readonly titles: string;
  readonly fields: readonly FieldDraft[];
  /** Columns of the line items; empty for a template without a table. */
  readonly columns: readonly FieldDraft[];
}

export interface FieldDraft {
  /** Identifies the row while rows are moved and removed. */
  readonly key: string;
  readonly name: string;
  readonly kind: TemplateFieldKind;
  readonly labels: string;
  readonly required: boolean;
  readonly pattern: string;
  readonly list: string;
}

/** The parts of a field that are edited as text. */
export const TEXT_PARTS = ['labels', 'name', 'pattern', 'list'] as const satisfies readonly (keyof FieldDraft)[];
export type TextPart = (typeof TEXT_PARTS)[number];

type ColumnKind = NonNullable<TemplateBody['table']>['columns'][number]['kind'];
export const COLUMN_KINDS = ['text', 'amount', 'number', 'date', 'identifier'] as const satisfies readonly ColumnKind[];

export function emptyField(kind: TemplateFieldKind = 'text'): FieldDraft {
  return { key: crypto.randomUUID(), name: '', kind, labels: '', required: false, pattern: '', list: '' };
}

export function emptyDraft(): TemplateDraft {
  return {
    name: '',
    family: 'trade',
    documentType: 'other',
    onlyOwnFields: true,
    titles: '',
    fields: [emptyField()],
    columns: [],
  };
}

export function draftOf(body: TemplateBody): TemplateDraft {
  return {
    name: body.name,
    family: body.family,
    documentType: body.document_type,
    onlyOwnFields: body.only_own_fields,
    titles: body.titles.join('\n'),
    fields: body.fields.map((field) => ({
      ...emptyField(field.kind),
      name: field.name,
      labels: field.labels.join('\n'),
      required: field.required ?? false,
      pattern: field.pattern ?? '',
      list: (field.list ?? []).join('\n'),
    })),
    columns: (body.table?.columns ?? []).map(({ name, kind, labels }) => ({
      ...emptyField(kind),
      name,
      labels: labels.join('\n'),
    })),
  };
}

export function bodyOf(draft: TemplateDraft): TemplateBody {
  return {
    name: draft.name.trim(),
    family: draft.family,
    document_type: draft.documentType,
    only_own_fields: draft.onlyOwnFields,
    titles: linesOf(draft.titles),
    fields: draft.fields.map(({ name, kind, labels, required, pattern, list }) => ({
      name: name.trim(),
      kind,
      labels: linesOf(labels),
      ...(required ? { required } : {}),
      ...(pattern === '' ? {} : { pattern }),
      ...(linesOf(list).length === 0 ? {} : { list: linesOf(list) }),
    })),
    ...(draft.columns.length === 0
      ? {}
      : {
          table: {
            columns: draft.columns.map(({ name, kind, labels }) => ({
              name: name.trim(),
              kind: COLUMN_KINDS.find((each) => each === kind) ?? 'text',
              labels: linesOf(labels),
            })),
          },
        }),
  };
}

/** Derives a field name from a printed label: "Mitglied Nr." → `mitglied_nr`. */
export function nameFromLabel(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_$/g, '')
    .slice(0, TEMPLATE_LIMITS.fieldName);
}

/** Moves the row at `from` by `step`; returns the rows unchanged at either end of the list. */
export function moved<Row>(rows: readonly Row[], from: number, step: -1 | 1): readonly Row[] {
  const row = rows[from];
  const to = from + step;
  if (row === undefined || to < 0 || to >= rows.length) return rows;
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
