import { signal } from '@preact/signals';

/** Columns of the document list that can be shown and hidden. */
export const COLUMNS = [
  'status',
  'type',
  'number',
  'date',
  'total',
  'fields',
  'stops',
  'assignee',
  'workspace',
  'created',
] as const;
export type ColumnName = (typeof COLUMNS)[number];
export type Density = 'comfortable' | 'compact';

export interface ListLayout {
  readonly columns: readonly ColumnName[];
  readonly density: Density;
}

export const DEFAULT_LAYOUT: ListLayout = {
  columns: ['status', 'type', 'number', 'date', 'total', 'fields', 'created'],
  density: 'comfortable',
};

const STORAGE_KEY = 'neocaptured.document-list';

/** Kept on this device. */
export const listLayout = signal<ListLayout>(readLayout(readStored()));

export function changeLayout(changes: Partial<ListLayout>): void {
  listLayout.value = { ...listLayout.peek(), ...changes };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(listLayout.peek()));
  } catch (error) {
    // Without storage the layout lasts as long as the page.
    console.warn('the layout of the list could not be stored', error);
  }
}

/** Shows a column or hides it; columns keep their order. */
export function withColumn(columns: readonly ColumnName[], name: ColumnName, shown: boolean): readonly ColumnName[] {
  return COLUMNS.filter((each) => (each === name ? shown : columns.includes(each)));
}

/** A stored layout; whatever is unknown or damaged falls back to the default. */
export function readLayout(stored: string | null): ListLayout {
  if (stored === null) return DEFAULT_LAYOUT;
  try {
    const parsed: unknown = JSON.parse(stored);
    if (typeof parsed !== 'object' || parsed === null) return DEFAULT_LAYOUT;
    const columns = 'columns' in parsed && Array.isArray(parsed.columns) ? parsed.columns : DEFAULT_LAYOUT.columns;
    const density = 'density' in parsed && parsed.density === 'compact' ? 'compact' : 'comfortable';
    return { columns: COLUMNS.filter((name) => columns.includes(name)), density };
  } catch (error) {
    if (error instanceof SyntaxError) return DEFAULT_LAYOUT;
    throw error;
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch (error) {
    console.warn('the layout of the list could not be read', error);
    return null;
  }
}
