/** A failure that the user can fix. The message is the one line they see: what, where, why, and the fix. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** The code of a system error (`EADDRINUSE`, `ENOSPC`, …), or null for anything else. */
export function systemErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Explains in one line why a folder cannot be written; null for other errors. */
export function describeDiskError(error: unknown, folder: string): string | null {
  switch (systemErrorCode(error)) {
    case 'ENOSPC':
      return `The disk that holds ${folder} is full. Free some space or choose another folder with --state DIR.`;
    case 'EDQUOT':
      return `The disk quota for ${folder} is used up. Free some space or choose another folder with --state DIR.`;
    case 'EROFS':
      return `${folder} lies on a read-only disk. Choose another folder with --state DIR.`;
    case 'EACCES':
    case 'EPERM':
      return `${folder} may not be written by this user. Choose another folder with --state DIR.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${folder} is not a folder. Choose another one with --state DIR.`;
    default:
      return null;
  }
}

/**
 * Runs a command's main function: its result is the exit code, a CommandFailure prints one line, other errors a stack.
 */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof CommandFailure) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
