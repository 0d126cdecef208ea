import { Hono } from 'hono';
import type { MigratedDatabase } from '../server/migrate.ts';

/**
 * The least a Worker of this kind can do: the same framework, a route without bindings, and one with a single trip to the
 * database, which shows what the local simulator costs before the product has done anything.
 */
const app = new Hono<{ Bindings: { DB: MigratedDatabase } }>();
app.get('/hello', (c) => c.json({ hello: 'world' }));
app.get('/row', async (c) => c.json(await c.env.DB.prepare('SELECT ?1 AS hello').bind('world').all()));

export const { fetch } = app;
