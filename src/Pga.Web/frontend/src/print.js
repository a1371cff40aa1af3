/** Buttons with data-print print the page. They carry `hidden`, because without script they do nothing. */
export function bindPrint() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
