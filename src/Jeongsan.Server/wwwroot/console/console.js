// Keyboard, the phone's menu, and the session's life while somebody works. The console works without any of it but slower.
(() => {
  const typing = (target) => target.closest("input, textarea, select, [contenteditable=true], dialog[open], .mud-dialog") !== null;
  let pending = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector("[data-search]")?.focus();
    } else if (event.key === "?") {
      document.getElementById("shortcuts")?.showModal();
    } else if (event.key === "Escape") {
      document.body.classList.remove("menu-open");
    } else {
      const chord = `${pending} ${event.key}`.trim();
      pending = event.key === "g" ? "g" : "";
      [...document.querySelectorAll("[data-shortcut]")].find((link) => link.dataset.shortcut === chord)?.click();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-toggle-menu]")) document.body.classList.toggle("menu-open");
    else if (!event.target.closest("#menu") || event.target.closest("#menu a")) document.body.classList.remove("menu-open");
    for (const open of document.querySelectorAll("details.person[open]")) if (!open.contains(event.target)) open.open = false;
  });

  // The live connection does not renew the session's cookie by itself.
  const renewEvery = 5 * 60 * 1000;
  const idleAfter = 30 * 60 * 1000;
  let lastTouched = Date.now();
  for (const name of ["keydown", "pointerdown"]) document.addEventListener(name, () => { lastTouched = Date.now(); }, { passive: true });
  setInterval(async () => {
    const idle = Date.now() - lastTouched;
    if (idle > idleAfter) location.reload();
    else if (idle < renewEvery) {
      const answer = await fetch("/console/alive", { redirect: "manual", cache: "no-store" }).catch(() => null);
      if (answer?.type === "opaqueredirect") location.reload();
    }
  }, renewEvery);

  window.jeongsan = {
    copy: (text) => navigator.clipboard.writeText(text),
    // Of a formula that is being written: where its caret is, and writing a chosen name there in place of what was begun.
    caret: (id) => document.getElementById(id)?.selectionEnd ?? 0,
    complete: (id, begun, text) => {
      const field = document.getElementById(id);
      const end = field.selectionEnd;
      const before = field.value.slice(0, end);
      const start = begun && before.endsWith(begun) ? end - begun.length : end;
      const gap = start === end && /[\w)]$/.test(before) ? " " : "";
      field.setRangeText(gap + text, start, end, "end");
      field.focus();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
})();
