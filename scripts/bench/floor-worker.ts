import { Hono } from 'hono';
import type { MigratedDatabase } from '../server/migrate.ts';

/**
 * A minimal Worker for comparison: the same framework, a route without bindings, and one with a single database round
 * trip, which measures the cost of the local simulator alone.
 */
const app = new Hono<{ Bindings: { DB: MigratedDatabase } }>();
app.get('/hello', (c) => c.json({ hello: 'world' }));
app.get('/row', async (c) => c.json(await c.env.DB.prepare('SELECT ?1 AS hello').bind('world').all()));

export const { fetch } = app;
