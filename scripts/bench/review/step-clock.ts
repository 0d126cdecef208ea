import type { Page } from 'playwright-core';

/** What the screen shows, as far as the next key depends on it. */
export interface Screen {
  /** Name of the document; null where none is open. */
  readonly document: string | null;
  /** Key of the open stop; null where none is. */
  readonly stop: string | null;
  readonly value: string | null;
  readonly choices: readonly string[];
  /** Every stop is settled. */
  readonly isDone: boolean;
  readonly isEnd: boolean;
}

declare global {
  interface Window {
    stepClock: {
      readonly read: () => Screen;
      /** Starts to wait for the next key. `toDocument`: for the next document with its page, or the end of the queue. */
      readonly arm: (toDocument: boolean) => void;
      /** Milliseconds from the key to the painted change; null if nothing changed in time. */
      readonly elapsed: () => Promise<number | null>;
    };
  }
}

/** Runs in the page: measures from the time stamp of a key event until what it changed has been painted. */
function installStepClock(): void {
  const GIVE_UP_MS = 5_000;
  const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
  const read = (): Screen => {
    const stop = document.querySelector('[data-stop]');
    const value = stop?.querySelector('button[value]')?.getAttribute('value') ?? '';
    const heading = document.querySelector('main h1, h1')?.textContent?.trim() ?? null;
    const isEnd = heading === 'All done' || heading === 'Nothing to review';
    const done = document.body.textContent ?? '';
    return {
      document: isEnd ? null : heading,
      stop: stop?.getAttribute('data-stop') ?? null,
      value: value === '' ? null : value,
      choices: [...(stop?.querySelectorAll('ol button[value]') ?? [])].map((each) => each.getAttribute('value') ?? ''),
      isDone: done.includes('Every stop is done.') || done.includes('Nothing to look at here.'),
      isEnd,
    };
  };
  const signature = () => {
    const { document: name, stop, isDone, isEnd } = read();
    // Of the states only that of word mode: "Saved" comes when it comes.
    const states = [...document.querySelectorAll('[role="status"]:has(button)')].map((each) => each.textContent);
    const typed = document.querySelector('textarea')?.value;
    return JSON.stringify([name, stop, isDone, isEnd, states, typed, text('dialog[open]')]);
  };
  const isUsable = () => {
    const { stop, isDone, isEnd } = read();
    if (isEnd) return true;
    const page = document.querySelector('[data-page]');
    const image = page?.querySelector('img');
    const painted = page === null || (image?.complete === true && image.naturalWidth > 0);
    return (stop !== null || isDone) && painted;
  };
  let running: Promise<number | null> = Promise.resolve(null);
  window.stepClock = {
    read,
    arm: (toDocument) => {
      const before = toDocument ? read().document : signature();
      const isThere = () => (toDocument ? read().document !== before && isUsable() : signature() !== before);
      running = new Promise((resolve) => {
        addEventListener(
          'keydown',
          ({ timeStamp }) => {
            const look = () => {
              if (isThere()) {
                // The change is painted by the end of this frame.
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => resolve(performance.now() - timeStamp);
                port2.postMessage(null);
              } else if (performance.now() - timeStamp > GIVE_UP_MS) resolve(null);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
    },
    elapsed: () => running,
  };
}

export async function useStepClock(page: Page): Promise<void> {
  await page.addInitScript(installStepClock);
}

export const readScreen = (page: Page): Promise<Screen> => page.evaluate(() => window.stepClock.read());

/** Presses a key. Returns the milliseconds until its outcome was painted; null if nothing changed. */
export async function pressTimed(page: Page, key: string, toDocument = false): Promise<number | null> {
  await page.evaluate((next) => window.stepClock.arm(next), toDocument);
  await page.keyboard.press(key);
  return page.evaluate(() => window.stepClock.elapsed());
}
