/** On a narrow screen the part that is open can lie outside the row of parts: brings it into view. */
export function showOpenPart() {
  for (const row of document.querySelectorAll('.subnav')) {
    const open = row.querySelector('[aria-current]');
    if (!open) continue;
    const [part, all] = [open.getBoundingClientRect(), row.getBoundingClientRect()];
    row.scrollLeft += part.left + part.width / 2 - (all.left + all.width / 2);
  }
}
