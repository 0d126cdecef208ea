import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Longer than any statement of the server under test locks the database. */
const BUSY_MS = 10_000;

/** The folder inside a server's state folder with the D1 databases. */
const D1_FOLDER = join('v3', 'd1', 'miniflare-D1DatabaseObject');

/**
 * Writes audit events of an organization directly into the database of a running server, one per minute backwards from
 * `newest` (Unix milliseconds), because ten thousand events would take minutes through the API.
 */
export async function seedAuditEvents(
  state: string,
  organizationId: string,
  count: number,
  newest: number,
): Promise<void> {
  const database = await openDatabase(join(state, D1_FOLDER));
  try {
    database.exec('BEGIN IMMEDIATE');
    const insert = database.prepare(
      `INSERT INTO audit_events (id, organization_id, actor_kind, actor_id, action, target_kind, target_id, outcome,
        request_id, occurred_at) VALUES (?, ?, 'user', 'usr_seeded', ?, 'document', ?, ?, ?, ?)`,
    );
    for (let n = 0; n < count; n++) {
      const action = n % 100 === 0 ? 'document.deleted' : 'document.read';
      const outcome = n % 50 === 0 ? 'failure' : 'success';
      const key = `seed_${String(n).padStart(6, '0')}`;
      insert.run(`aud_${key}`, organizationId, action, `doc_${key}`, outcome, `req_${key}`, newest - n * 60_000);
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** The database with the audit log; the folder also contains one of the runtime itself. */
async function openDatabase(folder: string): Promise<DatabaseSync> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.sqlite')) continue;
    const database = new DatabaseSync(join(folder, name), { timeout: BUSY_MS });
    if (database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'audit_events'`).get()) return database;
    database.close();
  }
  throw new Error(`no database with audit events in ${folder}`);
}
