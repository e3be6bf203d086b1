const quarter = 15;

/** Sessions that are dragged over the grid of a programme: what is dropped fills the form beside it, and sends it. */
export function enhance(form: HTMLFormElement): void {
  const field = (name: string): HTMLInputElement => form.elements.namedItem(`Input.${name}`) as HTMLInputElement;
  for (const session of document.querySelectorAll<HTMLElement>('[data-session][draggable]')) {
    for (const link of session.querySelectorAll('a')) link.draggable = false;
    session.addEventListener('dragstart', event => event.dataTransfer?.setData('text/plain', session.dataset.session ?? ''));
  }
  for (const place of document.querySelectorAll<HTMLTableCellElement>('td[data-minute]')) {
    const over = (is: boolean): boolean => place.classList.toggle('is-over', is);
    place.addEventListener('dragover', event => {
      event.preventDefault();
      over(true);
    });
    place.addEventListener('dragleave', () => over(false));
    place.addEventListener('drop', event => {
      event.preventDefault();
      const box = place.getBoundingClientRect();
      const row = Math.floor(((event.clientY - box.top) / box.height) * place.rowSpan);
      field('SessionId').value = event.dataTransfer?.getData('text/plain') ?? '';
      field('RoomId').value = place.dataset.room ?? '';
      field('Minute').value = String(Number(place.dataset.minute) + row * quarter);
      form.submit();
    });
  }
}
