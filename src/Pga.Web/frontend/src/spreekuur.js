/**
 * The sheet of a consultation hour.
 *
 *   <label data-voortgang-tekst for="vg">…</label><progress data-voortgang id="vg">…</progress>   anywhere on the page
 *   <form data-spreekuur> <tr data-rij>…<select data-aanwezig>…</tr>                one per person
 *     <button type="button" data-inloper hidden aria-controls="ID">Eén erbij</button>
 *     <input type="number" id="ID" data-inloper-aantal>                             visitors without a dossier
 */
export function followSpreekuur() {
  for (const form of document.querySelectorAll('form[data-spreekuur]')) follow(form);
}

function follow(form) {
  const rows = [...form.querySelectorAll('[data-rij]')];
  const bar = document.querySelector('[data-voortgang]');
  const text = document.querySelector('[data-voortgang-tekst]');
  const update = () => {
    const filled = rows.filter(isFilled).length;
    const summary = `${filled} van ${rows.length} ingevuld`;
    if (bar) {
      bar.max = Math.max(rows.length, 1);
      bar.value = filled;
      bar.textContent = summary;
    }
    if (text) text.textContent = summary;
  };

  form.addEventListener('input', update);
  window.addEventListener('pageshow', update);
  update();
  bindWalkIns(form);
}

// The conditions show what was known already, so only the attendance says that somebody is done.
function isFilled(row) {
  return row.querySelector('[data-aanwezig]').value !== '';
}

function bindWalkIns(form) {
  const count = form.querySelector('[data-inloper-aantal]');
  const button = form.querySelector('[data-inloper]');
  if (!count || !button) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const now = Number.parseInt(count.value, 10);
    const next = (Number.isNaN(now) ? 0 : now) + 1;
    if (count.max !== '' && next > Number(count.max)) return;
    count.value = String(next);
    count.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
