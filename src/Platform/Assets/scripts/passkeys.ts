/** Browsers read and write the JSON of the standard themselves; those that cannot are left with their password. */
interface CredentialFunctions {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

/** The device answers first, then the form goes its ordinary way with the answer in it. */
export function enhancePasskeys(form: HTMLFormElement): void {
  if (form.dataset['ready'] || typeof PublicKeyCredential === 'undefined' || !('parseCreationOptionsFromJSON' in PublicKeyCredential)) return;
  form.dataset['ready'] = 'true';
  form.hidden = false;
  const functions = PublicKeyCredential as unknown as CredentialFunctions;
  const answer = form.querySelector<HTMLInputElement>('[data-credential]')!;
  const error = form.querySelector<HTMLElement>('[data-passkey-error]')!;
  form.addEventListener('submit', event => {
    // What is not filled in is said by the page, before the device makes a key for nothing.
    if (answer.value !== '' || [...form.querySelectorAll<HTMLInputElement>('input[type=text]')].some(field => field.value.trim() === '')) return;
    event.preventDefault();
    error.hidden = true;
    const options: unknown = JSON.parse(form.dataset['options']!);
    const asked = form.dataset['passkey'] === 'create'
      ? navigator.credentials.create({ publicKey: functions.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: functions.parseRequestOptionsFromJSON(options) });
    asked.then(credential => {
      answer.value = JSON.stringify(credential);
      form.requestSubmit();
    }).catch(() => {
      error.hidden = false;
      error.setAttribute('role', 'alert');
    });
  });
}
