import type { ExtractionResult, FieldValue } from '#core/domain/result';
import { formatTable } from '../score/format-table.ts';

const MAX_CELL = 60;

const oneLine = (text: string) => {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > MAX_CELL ? `${flat.slice(0, MAX_CELL - 1)}…` : flat;
};

function pageOf(value: FieldValue): string {
  const first = value.evidence[0];
  if (!first) return '–';
  return first.page === null ? (first.path ?? '–') : String(first.page);
}

function fieldRow([name, value]: [string, FieldValue]): readonly string[] {
  return [name, oneLine(value.value), value.state, value.confidence.toFixed(2), pageOf(value)];
}

/** Prints a result in readable form: fields, rows, checks. */
export function printResult(result: ExtractionResult): void {
  const pages = `${result.page_count} page${result.page_count === 1 ? '' : 's'}`;
  const certainty = result.document_type_confidence.toFixed(2);
  console.log(
    `${result.document_type} (${certainty}), ${result.language ?? 'language unknown'}, ${pages}, ${result.method}\n`,
  );
  console.log(
    formatTable(['field', 'value', 'state', 'confidence', 'page'], Object.entries(result.fields).map(fieldRow)),
  );
  if (result.line_items.length > 0) {
    const columns = [...new Set(result.line_items.flatMap((item) => Object.keys(item)))];
    const rows = result.line_items.map((item, index) => [
      String(index + 1),
      ...columns.map((column) => oneLine(item[column]?.value ?? '')),
      item['amount']?.state ?? '–',
    ]);
    console.log(`\n${formatTable(['row', ...columns, 'state'], rows)}`);
  }
  if (result.checks.length > 0) {
    console.log('');
    for (const check of result.checks) console.log(`${check.ok ? 'holds' : 'FAILS'}  ${check.rule}: ${check.detail}`);
  }
}
