import type { Check, FieldValue } from '#core/domain/result';

const RULE = 'whole_texts';
/** Confidence of a value of which only the beginning is known. */
const CUT = 0.5;
/** Paths that the check names. */
const NAMED = 5;

type Values = Readonly<Record<string, FieldValue>>;

/** A failed check that names the texts which were longer than is read. */
export function cutTextsCheck(paths: readonly string[]): Check {
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  const named = paths.slice(0, NAMED).join(', ');
  return { rule: RULE, ok: false, detail: `These texts are too long; only their beginning was read: ${named}${more}.` };
}

/** Sends values whose text was cut to a person. */
export function reviewCutTexts(paths: readonly string[] | undefined): (values: Values) => Values {
  if (paths === undefined) return (values) => values;
  const cut = new Set(paths);
  const isCut = ({ evidence }: FieldValue) => evidence.some(({ path }) => path !== undefined && cut.has(path));
  const reviewed = (value: FieldValue): FieldValue => ({
    ...value,
    confidence: CUT,
    state: 'needs_review',
    checks: [...value.checks, RULE],
  });
  return (values) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isCut(value) ? reviewed(value) : value]));
}
