/** D1 rejects strings and rows over 2,000,000 bytes in production, but not in local development. */
const MAX_ROW_BYTES = 2_000_000;

/** UTF-8 needs at most three bytes per UTF-16 code unit. */
const MAX_BYTES_PER_UNIT = 3;

/** Thrown on an attempt to write an unbounded value, which is a defect. The message contains no values. */
export class RowTooLarge extends Error {
  override readonly name = 'RowTooLarge';
  constructor(readonly bytes: number) {
    super(`a statement binds ${bytes} bytes; a row has at most ${MAX_ROW_BYTES}`);
  }
}

/**
 * Wraps a database so that it rejects, before sending, the rows that production would reject. The size of a statement
 * is the sum of its values: no statement writes several rows that may each be large.
 */
export function guardRows(binding: D1Database): D1Database {
  // `batch` needs the original statements, not their proxies.
  const originals = new WeakMap<object, D1PreparedStatement>();
  const prepare = (query: string): D1PreparedStatement => {
    const statement = binding.prepare(query);
    const guarded = new Proxy(statement, {
      get: (target, name) => (name === 'bind' ? bindGuarded(target) : memberOf(target, name)),
    });
    originals.set(guarded, statement);
    return guarded;
  };
  const batch = (statements: readonly D1PreparedStatement[]) =>
    binding.batch(statements.map((statement) => originals.get(statement) ?? statement));
  return new Proxy(binding, {
    get: (target, name) => (name === 'prepare' ? prepare : name === 'batch' ? batch : memberOf(target, name)),
  });
}

const bindGuarded =
  (statement: D1PreparedStatement) =>
  (...values: unknown[]): D1PreparedStatement => {
    const bytes = sizeOf(values);
    if (bytes > MAX_ROW_BYTES) throw new RowTooLarge(bytes);
    return statement.bind(...values);
  };

/** Binds methods to the original object, because platform methods do not accept a proxy as `this`. */
function memberOf(target: object, name: string | symbol): unknown {
  const member: unknown = Reflect.get(target, name, target);
  return typeof member === 'function' ? member.bind(target) : member;
}

function sizeOf(values: readonly unknown[]): number {
  let units = 0;
  let bytes = 0;
  for (const value of values) {
    if (typeof value === 'string') units += value.length;
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) bytes += value.byteLength;
  }
  if (bytes + units * MAX_BYTES_PER_UNIT <= MAX_ROW_BYTES) return bytes + units;
  const encoder = new TextEncoder();
  for (const value of values) if (typeof value === 'string') bytes += encoder.encode(value).byteLength;
  return bytes;
}
