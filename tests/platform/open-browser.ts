import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { unpackChromium } from './packed-chromium.ts';

/** A browser that is started on first use and restarted after a crash. */
export interface BrowserHandle {
  get(): Promise<Browser>;
  close(): Promise<void>;
}

/** Containers run as root, where Chromium refuses to start with its sandbox. */
const ARGUMENTS = ['--no-sandbox', '--font-render-hinting=none'];

export function createBrowserHandle(): BrowserHandle {
  let browser: Browser | undefined;
  return {
    async get() {
      if (!browser?.isConnected()) browser = await openBrowser();
      return browser;
    },
    close: async () => browser?.close(),
  };
}

/**
 * A headless Chromium from the dependencies, so that every machine tests the same browser. It is packaged for Linux on
 * x64 only; elsewhere, or with `CHROMIUM_PATH` set, an installed one is used.
 */
async function openBrowser(): Promise<Browser> {
  const installed = process.env['CHROMIUM_PATH'];
  if (installed) return chromium.launch({ executablePath: installed, args: ARGUMENTS });
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome' });
  const { executablePath, variables } = await unpackChromium(inject('runFolder'));
  return chromium.launch({ executablePath, args: ARGUMENTS, env: { ...process.env, ...variables } });
}
