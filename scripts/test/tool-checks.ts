import { runTool, type ToolRun } from '../server/run-tool.ts';
import type { Check } from './check.ts';

/** A check that passes if the tool exits with code 0. */
function toolCheck(name: string, tool: string, parameters: readonly string[]): Check {
  return { name, run: async () => verdict(await runTool(tool, parameters)) };
}

const verdict = (run: ToolRun) => ({
  passed: run.code === 0 ? 1 : 0,
  failed: run.code === 0 ? 0 : 1,
  output: run.output,
});

const TYPE_PROJECTS = ['tsconfig.json', 'tsconfig.scripts.json', 'web/tsconfig.json'] as const;

export const TOOL_CHECKS: readonly Check[] = [
  toolCheck('format and lint', 'biome', ['ci', '--error-on-warnings', '--max-diagnostics=50', '.']),
  {
    name: 'types',
    async run() {
      const runs: ToolRun[] = [];
      for (const project of TYPE_PROJECTS) runs.push(await runTool('tsc', ['--noEmit', '-p', project]));
      const failed = runs.filter((run) => run.code !== 0);
      return {
        passed: runs.length - failed.length,
        failed: failed.length,
        output: failed.map((run) => run.output).join('\n'),
      };
    },
  },
  toolCheck('rooms', 'node', ['scripts/check-rooms.ts']),
  toolCheck('patterns', 'node', ['scripts/check-patterns.ts']),
  toolCheck('words', 'node', ['scripts/check-words.ts']),
  toolCheck('exports', 'knip', ['--no-progress']),
  toolCheck('commands', 'node', ['scripts/help.ts', '--check']),
];
