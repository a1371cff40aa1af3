const BUSY_TEXT = 'Bezig…';

// A stopped request (Escape) leaves the page in place; the form has to come back by itself then.
const RELEASE_AFTER_MS = 20_000;

const waiting = new Map();

/**
 * Ignores the second submit of the same form. Only forms that post: a filter or a search may be sent as often as
 * one likes. data-meermaals exempts a form whose answer is a download, because that never leaves the page.
 */
export function guardDoubleSubmit() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || 'meermaals' in form.dataset) return;
    if (waiting.has(form)) {
      event.preventDefault();
      return;
    }
    waiting.set(form, markBusy(event.submitter));
    window.setTimeout(() => release(form), RELEASE_AFTER_MS);
  });
  window.addEventListener('pageshow', () => {
    for (const form of [...waiting.keys()]) release(form);
  });
}

function markBusy(button) {
  if (!(button instanceof HTMLButtonElement)) return () => {};
  const original = [...button.childNodes];
  const showsOnlyAnIcon = button.querySelector('.vh') !== null;
  button.setAttribute('aria-disabled', 'true');
  if (!showsOnlyAnIcon) button.replaceChildren(BUSY_TEXT);
  return () => {
    button.removeAttribute('aria-disabled');
    button.replaceChildren(...original);
  };
}

function release(form) {
  waiting.get(form)?.();
  waiting.delete(form);
}
