import { parseArgs } from 'node:util';
import { CommandFailure } from '../server/failure.ts';

export const USAGE = `usage: npm start -- [--state DIR] [--port N] [--host ADDRESS] [--no-open] [--demo FILE] [--verbose]

  --state DIR     where the data lives (default .state)
  --port N        the port to answer on (default 8787; 0 takes a free one)
  --host ADDRESS  the address to listen on (default 127.0.0.1, this machine only)
  --no-open       do not open the browser
  --demo FILE     print the fields of FILE and exit; asks the server that runs on this data, or starts one for it
  --verbose       print every log line of the Workers, not only warnings and errors`;

export interface StartOptions {
  readonly state: string;
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
  readonly demo: string | null;
  readonly verbose: boolean;
}

const HIGHEST_PORT = 65_535;

/** @throws CommandFailure with the usage text for unknown arguments */
export function parseStartOptions(parameters: readonly string[]): StartOptions | 'help' {
  const values = parse(parameters);
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT) {
    throw new CommandFailure(`--port wants a number from 0 to ${HIGHEST_PORT}, got ${values.port}.`);
  }
  return {
    state: values.state,
    port,
    host: values.host,
    open: !values['no-open'],
    demo: values.demo ?? null,
    verbose: values.verbose,
  };
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        state: { type: 'string', default: '.state' },
        port: { type: 'string', default: '8787' },
        host: { type: 'string', default: '127.0.0.1' },
        'no-open': { type: 'boolean', default: false },
        demo: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new CommandFailure(`${error.message}\n${USAGE}`);
    throw error;
  }
}
