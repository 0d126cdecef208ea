import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from '../../scripts/server/repository.ts';

export interface UnpackedChromium {
  readonly executablePath: string;
  /** Variables that make it use its own libraries and fonts, so that a bare system suffices. */
  readonly variables: Readonly<Record<string, string>>;
}

const run = promisify(execFile);
const UNPACK = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
/** The package unpacks its shared libraries (nss, nspr, expat) only if it detects Lambda. */
const WITH_LIBRARIES = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };

/**
 * Unpacks the Chromium of the dependencies into this folder unless it exists. The package unpacks into the system's
 * temporary folder, which other runs share; therefore a child process with a different temporary folder does it.
 */
export async function unpackChromium(runFolder: string): Promise<UnpackedChromium> {
  const folder = join(runFolder, 'chromium');
  if (!existsSync(folder)) {
    const unfinished = await mkdtemp(join(runFolder, 'unpacking-'));
    const env = { ...process.env, ...WITH_LIBRARIES, TMPDIR: unfinished };
    await run(process.execPath, ['-e', UNPACK], { cwd: REPOSITORY, env });
    await writeFile(join(unfinished, 'fonts.conf'), fontConfiguration(folder));
    await rename(unfinished, folder);
  }
  return {
    executablePath: join(folder, 'chromium'),
    variables: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** Only the fonts of the package: its own configuration refers to folders of Lambda, and without fonts pages crash. */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
