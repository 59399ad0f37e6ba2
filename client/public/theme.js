// Runs before the first paint, so that a chosen appearance never flashes the other one.
try {
  const theme = localStorage.getItem('cession.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: the device's own appearance stays.
}
