import { expect, it } from 'vitest';
import { COMMANDS, compareCommands } from './commands.ts';

it('a command that only package.json or only the list knows is found', () => {
  const { start: _start, ...rest } = COMMANDS;
  expect(compareCommands(COMMANDS)).toEqual([]);
  expect(compareCommands(rest)).toEqual(['npm run help has "start", package.json does not']);
  expect(compareCommands({ ...COMMANDS, extra: 'x' })).toEqual(['package.json has "extra", npm run help does not']);
});
