import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { member } from '../../scripts/start/api-client.ts';

const SERIOUS: ReadonlySet<unknown> = new Set(['serious', 'critical']);

/** Serious and critical violations that axe-core finds on the current page: rule and elements, one line each. */
export async function findSeriousViolations(page: Page): Promise<readonly string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated by the debugger, because the page's content security policy allows no foreign script.
  await page.evaluate(axe);
  const report: unknown = await page.evaluate('axe.run(document)');
  const violations: unknown = member(report, 'violations');
  return (Array.isArray(violations) ? violations : [])
    .filter((violation) => SERIOUS.has(member(violation, 'impact')))
    .map((violation) => {
      const nodes: unknown = member(violation, 'nodes');
      const targets = Array.isArray(nodes) ? nodes.map((node) => String(member(node, 'target'))) : [];
      return `${member(violation, 'id')}: ${targets.join(', ')}`;
    });
}
