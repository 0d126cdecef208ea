import type { Application } from './application.ts';

/**
 * Returns a lookup of the methods allowed on a path, upper case and sorted; empty for an unknown path (RFC 9110
 * §15.5.6).
 */
export function allowedMethods(app: Application): (path: string) => readonly string[] {
  const routes = app.routes
    .filter((route) => route.method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (path) => [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
}

/** Converts Hono's `:name`, which matches one path segment. */
function patternOf(path: string): RegExp {
  const parts = path
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}/?$`);
}
