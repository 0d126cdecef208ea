import type {
  Check,
  ExtractionResult,
  FieldValue,
  LineItem,
  PageWord,
  ProposedDocument,
  ResultTable,
} from '#core/domain/result';
import { bounded, RESULT_LIMITS } from '#core/domain/value-limits';

/** UTF-16 units of JSON around one value or cell: names, box, confidence, rule. */
const UNITS_PER_VALUE = 300;
const UNITS_PER_CELL = 60;

/** Remaining limits of the whole result, and what has been omitted so far. */
interface Budget {
  rows: number;
  tables: number;
  cells: number;
  units: number;
  readonly left: Map<string, string>;
}

/** Returns the result within `RESULT_LIMITS`: the same object if nothing exceeds them. Checks name what was omitted. */
export function boundResult(result: ExtractionResult): ExtractionResult {
  const { lineItems: rows, tables: tableCount, tableCells: cells, units } = RESULT_LIMITS;
  const budget: Budget = { rows, tables: tableCount, cells, units, left: new Map() };
  const parts = boundPart(result, budget);
  // Rows of the first document are also the rows of the result: they are sent twice and count twice.
  const documents = result.documents?.map(
    (document): ProposedDocument => ({ ...document, ...boundPart(document, budget) }),
  );
  const tables = result.tables && boundTables(result.tables, budget);
  if (budget.left.size === 0) return result;
  const cuts = [...budget.left].map(([what, detail]): Check => ({ rule: `result_limit:${what}`, ok: false, detail }));
  return {
    ...result,
    ...parts,
    checks: [...parts.checks, ...cuts],
    ...(tables && { tables }),
    ...(documents && { documents }),
  };
}

/** Returns the words within `RESULT_LIMITS`: the same array if none exceeds them. */
export function boundWords(pages: readonly (readonly PageWord[])[]): readonly (readonly PageWord[])[] {
  const { wordsPerPage, word: longest } = RESULT_LIMITS;
  const isBeyond = pages.some(
    (words) => words.length > wordsPerPage || words.some(({ text }) => text.length > longest),
  );
  if (!isBeyond) return pages;
  return pages.map((words) =>
    words.slice(0, wordsPerPage).map((word) => ({ ...word, text: bounded(word.text, longest) })),
  );
}

type Part = Pick<ExtractionResult, 'fields' | 'line_items' | 'checks'>;

function boundPart({ fields, line_items, checks }: Part, budget: Budget): Part {
  const { checks: most, lineItems } = RESULT_LIMITS;
  if (checks.length > most)
    budget.left.set('checks', `${checks.length} checks were made; the first ${most} are listed`);
  const rows: LineItem[] = [];
  for (const item of line_items) {
    const row = boundValues(item, budget);
    const units = Object.values(row).reduce((sum, value) => sum + unitsOf(value), 0);
    if (budget.rows < 1 || budget.units < units) break;
    budget.rows -= 1;
    budget.units -= units;
    rows.push(row);
  }
  if (rows.length < line_items.length)
    budget.left.set(
      'line_items',
      `${line_items.length} rows were read; at most ${lineItems} fit, ${rows.length} are listed`,
    );
  return { fields: boundValues(fields, budget), line_items: rows, checks: checks.slice(0, most) };
}

function boundTables(tables: readonly ResultTable[], budget: Budget): readonly ResultTable[] {
  const kept: ResultTable[] = [];
  for (const table of tables) {
    let [cells, units] = [0, 0];
    const rows = table.rows.map((row) =>
      row.map((cell) => {
        const text = boundText(cell.text, budget);
        cells += 1;
        units += text.length + UNITS_PER_CELL;
        return text === cell.text ? cell : { ...cell, text };
      }),
    );
    if (budget.tables < 1 || budget.cells < cells || budget.units < units) break;
    budget.tables -= 1;
    budget.cells -= cells;
    budget.units -= units;
    kept.push({ ...table, rows });
  }
  if (kept.length < tables.length)
    budget.left.set('tables', `${tables.length} tables were found; the first ${kept.length} are listed`);
  return kept;
}

function boundValues(
  values: Readonly<Record<string, FieldValue>>,
  budget: Budget,
): Readonly<Record<string, FieldValue>> {
  if (!Object.values(values).some(isLong)) return values;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, boundValue(value, budget)]));
}

const isLong = ({ value, evidence, alternatives }: FieldValue): boolean =>
  [value, ...evidence.map(({ text }) => text), ...alternatives.map((other) => other.value)].some(
    (text) => text.length > RESULT_LIMITS.text,
  );

const boundValue = (field: FieldValue, budget: Budget): FieldValue => ({
  ...field,
  value: boundText(field.value, budget),
  evidence: field.evidence.map((source) => ({ ...source, text: boundText(source.text, budget) })),
  alternatives: field.alternatives.map((other) => ({ ...other, value: boundText(other.value, budget) })),
});

const unitsOf = ({ value, evidence }: FieldValue): number =>
  UNITS_PER_VALUE + value.length + evidence.reduce((sum, { text }) => sum + text.length, 0);

function boundText(text: string, budget: Budget): string {
  if (text.length <= RESULT_LIMITS.text) return text;
  budget.left.set('text', `a text is longer than ${RESULT_LIMITS.text} characters; its beginning is listed`);
  return bounded(text, RESULT_LIMITS.text);
}
