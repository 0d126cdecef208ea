import { afterAll, expect, inject, it } from 'vitest';
import { createBrowserHandle } from '../platform/open-browser.ts';

const handle = createBrowserHandle();
afterAll(() => handle.close());

async function openPage(): Promise<string> {
  const context = await (await handle.get()).newContext();
  const page = await context.newPage();
  await page.setContent('<h1>Still here</h1>');
  const heading = await page.getByRole('heading').textContent();
  await context.close();
  return heading ?? '';
}

it('several contexts open one after another', async () => {
  for (let i = 0; i < 6; i++) expect(await openPage()).toBe('Still here');
});

it('a crashed browser is started again', async () => {
  for (let i = 0; i < 2; i++) {
    const crashed = await handle.get();
    const gone = new Promise((resolve) => crashed.once('disconnected', resolve));
    const devtools = await crashed.newBrowserCDPSession();
    // The call never gets a response.
    devtools.send('Browser.crash').catch(() => undefined);
    await gone;
    expect(await openPage()).toBe('Still here');
    expect(await handle.get()).not.toBe(crashed);
  }
});

it.runIf(process.platform === 'linux' && process.arch === 'x64' && !process.env['CHROMIUM_PATH'])(
  'it is the browser of the dependencies, unpacked for this run, even where another one is installed',
  async () => {
    const devtools = await (await handle.get()).newBrowserCDPSession();
    const { commandLine } = await devtools.send('SystemInfo.getInfo');
    expect(commandLine).toContain(inject('runFolder'));
    expect(commandLine).not.toMatch(/--single-process|--no-zygote|--disable-web-security/);
  },
);
