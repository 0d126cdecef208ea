/** Values of an object before or after a change, by field name. Never secrets. */
export type FieldValues = Readonly<Record<string, unknown>>;
/** `{field: [old, new]}`; an absent value is null. */
export type FieldChanges = Readonly<Record<string, readonly [old: unknown, now: unknown]>>;

/**
 * Returns the fields whose values differ, or undefined if none does. `before` is null for a creation, `after` for a
 * deletion. Values are compared by their JSON. Fields in `always` are kept even when they are equal on both sides.
 */
export function changedFields(
  before: FieldValues | null,
  after: FieldValues | null,
  always: readonly string[] = [],
): FieldChanges | undefined {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const changes = [...names]
    .map((name) => [name, [before?.[name] ?? null, after?.[name] ?? null]] as const)
    .filter(([name, [old, now]]) => always.includes(name) || JSON.stringify(old) !== JSON.stringify(now));
  return changes.length > 0 ? Object.fromEntries(changes) : undefined;
}
