/** Session storage key of the last reload for this reason, in Unix milliseconds. */
const STORAGE_KEY = 'neocaptured.reloaded-at';
/** A second failure within this time is not a new version; reloading again would loop. */
const MIN_INTERVAL_MS = 30_000;

/**
 * After a release the code chunks of the old version are gone from the server, and an open tab can no longer load pages.
 * Reloads the application then; the URL is already the right one.
 */
export function reloadOnNewVersion(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(STORAGE_KEY) ?? 0);
    if (Date.now() - last < MIN_INTERVAL_MS) return;
    event.preventDefault();
    sessionStorage.setItem(STORAGE_KEY, String(Date.now()));
    location.reload();
  });
}
