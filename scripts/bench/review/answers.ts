import type { ExtractionResult } from '#core/domain/result';
import { columnType, type FieldTypes, fieldType, returnedNames } from '../../score/field-types.ts';
import { pairRows } from '../../score/judge-line-items.ts';
import type { Truth } from '../../score/truth.ts';
import type { Answer } from './choose-keys.ts';

/** What the truth of a document says about the values on the screen. */
export interface Answers {
  /** @param key `field:NAME` or `line:ROW:NAME` */
  readonly of: (key: string) => Answer;
}

/** @param result as it was read: rows are paired with those of the truth once */
export function answersOf(truth: Truth, result: ExtractionResult, types: FieldTypes): Answers {
  const withoutSpaces = truth.text_without_spaces;
  const rows = truth.line_items ?? [];
  const pairs = new Map(pairRows(rows, result.line_items).map(({ predicted, truth: row }) => [predicted, rows[row]]));
  const ofField = (name: string): Answer => {
    if (truth.absent.includes(name)) return { kind: 'absent' };
    const label = Object.keys(truth.fields).find((each) => each === name || returnedNames(each).includes(name));
    const expected = label === undefined ? undefined : truth.fields[label];
    if (label === undefined || expected === undefined) return { kind: 'unlabelled' };
    const accepted = [expected, ...(truth.accept[label] ?? [])];
    return { kind: 'value', type: fieldType(label, types), accepted, withoutSpaces };
  };
  const ofCell = (row: number, column: string): Answer => {
    const expected = pairs.get(row)?.[column];
    if (expected === undefined) return { kind: 'unlabelled' };
    return { kind: 'value', type: columnType(column), accepted: [expected], withoutSpaces };
  };
  return {
    of: (key) => {
      const [kind, first = '', second = ''] = key.split(':');
      return kind === 'line' ? ofCell(Number(first), second) : ofField(first);
    },
  };
}
