/** Moves focus to the error summary, so that a screen reader reads it first. */
export function focusErrors() {
  document.querySelector('.foutoverzicht')?.focus();
}
