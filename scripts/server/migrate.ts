import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from './repository.ts';

/** The few calls of a D1 database that a migration needs. */
export interface MigratedDatabase {
  prepare(sql: string): MigrationStatement;
  batch(statements: MigrationStatement[]): Promise<unknown>;
}

export interface MigrationStatement {
  bind(...values: unknown[]): MigrationStatement;
  all(): Promise<{ readonly results: readonly unknown[] }>;
  run(): Promise<unknown>;
}

/** drizzle-kit puts this line between statements. */
const BREAKPOINT = '--> statement-breakpoint';

/**
 * Applies missing migrations in order, each file in one transaction together with its log row. The log is the table of
 * `wrangler d1 migrations apply`, so both can be used on the same database. Returns the names applied.
 */
export async function migrate(database: MigratedDatabase): Promise<readonly string[]> {
  await database
    .prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    )
    .run();
  const { results } = await database.prepare('SELECT name FROM d1_migrations').all();
  const done = new Set(
    results.map((row) => (typeof row === 'object' && row !== null && 'name' in row ? row.name : null)),
  );
  const folder = join(REPOSITORY, 'migrations');
  const missing = (await readdir(folder)).filter((name) => name.endsWith('.sql') && !done.has(name)).sort();
  for (const name of missing) {
    const statements = splitStatements(await readFile(join(folder, name), 'utf8'));
    await database.batch([
      ...statements.map((sql) => database.prepare(sql)),
      database.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name),
    ]);
  }
  return missing;
}

function splitStatements(sql: string): readonly string[] {
  return sql
    .split(BREAKPOINT)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
