/** Warns before leaving a form marked data-bewaak while it holds changes nobody saved. */
export function guardUnsaved() {
  for (const form of document.querySelectorAll('form[data-bewaak]')) guard(form);
}

function guard(form) {
  // After a refused save the page comes back filled in: those values are not saved either.
  const unsavedFromStart = document.querySelector('.foutoverzicht') !== null;
  const atStart = contents(form);
  let leavingBySubmit = false;

  document.addEventListener('submit', (event) => {
    if (event.target === form && !event.defaultPrevented) leavingBySubmit = true;
  });
  window.addEventListener('pageshow', () => { leavingBySubmit = false; });
  window.addEventListener('beforeunload', (event) => {
    if (leavingBySubmit) return;
    if (unsavedFromStart || contents(form) !== atStart) event.preventDefault();
  });
}

function contents(form) {
  const pairs = [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
  return JSON.stringify(pairs);
}
