import { existsSync } from 'node:fs';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Where distributions put it; a browser of the system starts faster than the packed one. */
const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] as const;

/** These loosen what the tests want to see enforced. */
const LOOSENING = /^--(disable-web-security|allow-running-insecure-content|disable-site-isolation-trials)/;

/** A headless Chromium: the system's, else the one that comes with the dependencies. */
export async function openBrowser(): Promise<Browser> {
  const system = process.env['CHROMIUM_PATH'] ?? SYSTEM_CHROMIUM.find((path) => existsSync(path));
  if (system !== undefined) return playwright.launch({ executablePath: system, args: ['--no-sandbox'] });
  const { default: packed } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await packed.executablePath(),
    args: packed.args.filter((argument) => !LOOSENING.test(argument)),
  });
}
