// Runs before the first paint so that a remembered theme never flashes the other one. A file, because the content
// security policy forbids inline scripts. Keep the key in step with src/state/theme.ts.
try {
  const theme = localStorage.getItem('neocaptured.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked in this browser: the system's theme applies.
}
