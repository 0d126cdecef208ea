/**
 * A query that is put together once per connection and then only bound: building SQL costs as much as running it for
 * the small reads that make up most traffic. Parameters are `sql.placeholder` by name.
 */
export function prepareOnce<Connection extends object, Query>(
  build: (db: Connection) => Query,
): (db: Connection) => Query {
  const prepared = new WeakMap<Connection, Query>();
  return (db) => {
    let query = prepared.get(db);
    if (query === undefined) {
      query = build(db);
      prepared.set(db, query);
    }
    return query;
  };
}
