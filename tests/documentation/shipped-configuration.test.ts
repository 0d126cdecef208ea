import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDeployment } from '#core/platform/deployment';
import { VARIABLES } from '#core/platform/variables';
import { WORKERS } from '../../scripts/server/repository.ts';
import { workerVariables } from '../../scripts/server/variables.ts';

test.each(WORKERS.map(({ config }) => config))('%s deploys a production as it is in the repository', (config) => {
  const toml = readFileSync(config, 'utf8');
  const [, section = ''] = /^\[vars\]\n((?:[^[\n].*\n|\n)*)/m.exec(toml) ?? [];
  const given = new Map([...section.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, name = '', value = '']) => [name, value]));
  expect(readDeployment(given.get('ENVIRONMENT'))).toBe('production');
  for (const name of given.keys()) expect(VARIABLES).toContain(name);
});

test('only a start on this machine is for developers, and it says so itself', () => {
  expect(workerVariables({})).toEqual({ ENVIRONMENT: 'development' });
  expect(workerVariables({ ENVIRONMENT: 'production' })).toEqual({ ENVIRONMENT: 'production' });
  expect(readDeployment(undefined)).toBe('production');
  for (const near of ['prod', 'Production', 'PRODUCTION', 'dev', 'live', 'production ', 'stage', 0, true, null])
    expect(() => readDeployment(near)).toThrow(/^ENVIRONMENT /);
});
