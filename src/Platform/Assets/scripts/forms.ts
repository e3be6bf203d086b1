export function enhanceForms(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-autosubmit]')) submitOnChange(form);
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-guard]')) guard(form);
  for (const group of root.querySelectorAll<HTMLElement>('[data-check-all]')) checkAll(group);
}

/** Filters apply as they are touched; the button that applies them without script disappears. */
function submitOnChange(form: HTMLFormElement): void {
  if (form.dataset['ready']) return;
  form.dataset['ready'] = 'true';
  form.querySelectorAll<HTMLElement>('[data-without-script]').forEach(button => (button.hidden = true));
  form.addEventListener('change', event => {
    if ((event.target as HTMLElement).matches('input[type=search]')) return;
    form.requestSubmit();
  });
  let waiting: number | undefined;
  form.addEventListener('input', event => {
    if (!(event.target as HTMLElement).matches('input[type=search]')) return;
    clearTimeout(waiting);
    // Without htmx a submission reloads the page under the typist's fingers, so Enter decides there.
    if (form.hasAttribute('hx-get')) waiting = window.setTimeout(() => form.requestSubmit(), 350);
  });
}

/** Leaving a form that was typed in asks first. */
function guard(form: HTMLFormElement): void {
  if (form.dataset['ready']) return;
  form.dataset['ready'] = 'true';
  // A form that came back refused already holds something typed and not yet kept.
  let dirty = form.querySelector('[aria-invalid=true]') !== null;
  form.addEventListener('input', () => (dirty = true));
  form.addEventListener('submit', () => (dirty = false));
  window.addEventListener('beforeunload', event => {
    if (dirty && form.isConnected) event.preventDefault();
  });
}

/** One box ticks all those of its group, and shows when only some are. */
function checkAll(all: HTMLElement): void {
  if (!(all instanceof HTMLInputElement)) return;
  const boxes = () => [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${all.dataset['checkAll']}"]`)];
  const show = () => {
    const ticked = boxes().filter(box => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener('change', () => boxes().forEach(box => (box.checked = all.checked)));
  boxes().forEach(box => box.addEventListener('change', show));
  show();
}
