/** When the page was last reloaded for this reason, Unix milliseconds; outlives the reload, ends with the tab. */
const STORAGE_KEY = 'neocaptured.reloaded-at';
/** A second failure this soon is no new version, and reloading would go round for ever. */
const AGAIN_MS = 30_000;

/**
 * After a release the parts of the old version are gone from the server, and a tab that is still open cannot load the
 * page it is asked for. Loading the whole application anew is the cure; the address is already the right one.
 */
export function reloadOnNewVersion(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(STORAGE_KEY) ?? 0);
    if (Date.now() - last < AGAIN_MS) return;
    event.preventDefault();
    sessionStorage.setItem(STORAGE_KEY, String(Date.now()));
    location.reload();
  });
}
