const EVERY_MS = 1_000;

/**
 * Follows something that is being made: reads the same page again and takes over how far it is. Without script the page
 * refreshes itself. When the page has become another one (ready, failed, no longer running), it is loaded whole.
 */
export function followMaking() {
  if (shown(document) === null) return;
  window.setTimeout(look, EVERY_MS);
}

async function look() {
  try {
    const answer = await fetch(window.location.href, { redirect: 'manual', cache: 'no-store' });
    const fresh = answer.ok ? shown(new DOMParser().parseFromString(await answer.text(), 'text/html')) : null;
    if (fresh === null) {
      window.location.reload();
      return;
    }
    takeOver(fresh);
  } catch {
    // No connection: what is shown stays, and we try again.
  }
  window.setTimeout(look, EVERY_MS);
}

function takeOver(fresh) {
  const old = shown(document);
  const words = fresh.querySelector('[role=status]').textContent;
  const status = old.querySelector('[role=status]');
  // A screen reader reads a status when it changes, so it is only touched when it does.
  if (status.textContent !== words) status.textContent = words;
  old.querySelector('progress').value = fresh.querySelector('progress').value;
}

function shown(page) {
  return page.querySelector('[data-maken]');
}
