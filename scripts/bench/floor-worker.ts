import { Hono } from 'hono';

/** The least a Worker of this kind can do: the same framework, one route, no bindings. */
const app = new Hono();
app.get('/hello', (c) => c.json({ hello: 'world' }));

export const { fetch } = app;
