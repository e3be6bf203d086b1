import TomSelect from 'tom-select/base';
import removeButton from 'tom-select/plugins/remove_button/plugin.js';

TomSelect.define('remove_button', removeButton);

/** A long <select> becomes a field one types in; the <select> itself stays what the form sends. */
export function enhance(select: HTMLSelectElement): void {
  if (select.classList.contains('tomselected')) return;
  const field = new TomSelect(select, {
    plugins: select.multiple ? { remove_button: { title: 'Retirer' } } : {},
    maxOptions: 200,
    allowEmptyOption: !select.multiple,
    hidePlaceholder: true,
    placeholder: select.dataset['choices'] || 'Tapez pour chercher',
    render: {
      no_results: () => '<div class="no-results">Aucune réponse. Essayez avec moins de lettres.</div>',
    },
  });
  // The field that is now seen says what the hidden one said.
  for (const name of ['aria-describedby', 'aria-invalid', 'aria-required']) {
    const value = select.getAttribute(name);
    if (value) field.control_input.setAttribute(name, value);
  }
  select.setAttribute('aria-hidden', 'true');
  select.addEventListener('focus', () => field.focus());
}
