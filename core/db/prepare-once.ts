/**
 * Builds a query once per connection and only binds parameters afterwards. For the small reads that make up most
 * traffic, building the SQL costs as much as running it. Parameters are named with `sql.placeholder`.
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
