/** D1 refuses a string or row over 2,000,000 bytes in production, and takes it on a developer's machine. */
const MAX_ROW_BYTES = 2_000_000;

/** UTF-8 needs at most three bytes for one UTF-16 unit. */
const MAX_BYTES_PER_UNIT = 3;

/** A defect: a value without a limit was about to be written. The message names no value. */
export class RowTooLarge extends Error {
  override readonly name = 'RowTooLarge';
  constructor(readonly bytes: number) {
    super(`a statement binds ${bytes} bytes; a row has at most ${MAX_ROW_BYTES}`);
  }
}

/**
 * The same database, which refuses what production would refuse, before it is sent. The values of a statement are
 * counted together: no statement here writes several rows of which each may be large.
 */
export function guardRows(binding: D1Database): D1Database {
  // `batch` takes the statements of the binding itself, not their proxies.
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

/** Methods of the platform's objects work on these objects only. */
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
