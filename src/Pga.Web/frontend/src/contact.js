/**
 * Shows only the parts of a contact form that belong to the chosen outcome.
 *
 *   <form data-contact="Input.Outcome">       the name of the radio group
 *     <div data-bij="held">…</div>            one or more outcome values, separated by spaces
 *
 * The value `geen` stands for no choice, or the choice with an empty value. What is hidden is not sent.
 */
export function followOutcome() {
  for (const form of document.querySelectorAll('form[data-contact]')) follow(form);
}

function follow(form) {
  const group = form.dataset.contact;
  const parts = [...form.querySelectorAll('[data-bij]')];
  const lockedByServer = new Set(form.querySelectorAll(':disabled'));
  const show = () => {
    const outcome = new FormData(form).get(group) || 'geen';
    for (const part of parts) {
      const fits = part.dataset.bij.split(/\s+/).includes(outcome);
      part.hidden = !fits;
      for (const control of part.querySelectorAll('input, select, textarea')) {
        if (!lockedByServer.has(control)) control.disabled = !fits;
      }
    }
  };

  form.addEventListener('change', (event) => {
    if (event.target.name === group) show();
  });
  window.addEventListener('pageshow', show);
  show();
}
