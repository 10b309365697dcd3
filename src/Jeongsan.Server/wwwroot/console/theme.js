// Runs before anything is painted: remembers what the system prefers, so that the server can answer in it.
(() => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches ? "1" : "0";
  const known = document.cookie.match(/(?:^|; )jeongsan-system-dark=([01])/)?.[1] ?? "0";
  if (dark === known) return;
  document.cookie = `jeongsan-system-dark=${dark}; path=/; max-age=31536000; samesite=lax`;
  if (document.documentElement.dataset.theme === undefined && document.cookie.includes(`jeongsan-system-dark=${dark}`)) location.reload();
})();
