/** Menus are <details>: they open by themselves; here they close when one looks elsewhere. */
export function enhanceMenus(): void {
  const close = (except?: Node) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (!except || !menu.contains(except)) menu.open = false;
    }
  };
  document.addEventListener('click', event => close(event.target as Node));
  document.addEventListener('focusin', event => close(event.target as Node));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = document.activeElement?.closest<HTMLDetailsElement>('details.menu[open]');
    if (!menu) return;
    menu.open = false;
    menu.querySelector<HTMLElement>('summary')?.focus();
  });
}

/** A button that opens the browser's own printing. */
export function listenForPrint(): void {
  document.addEventListener('click', event => {
    if ((event.target as Element).closest('[data-print]')) window.print();
  });
}

/** "/" goes to the search field, as long as nobody is typing. */
export function listenForShortcuts(): void {
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')) return;
    const field = [...document.querySelectorAll<HTMLInputElement>('input[type=search]')].find(input => input.offsetParent !== null);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
