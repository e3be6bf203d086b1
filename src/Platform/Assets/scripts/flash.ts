interface Flash { text: string; tone?: 'ok' | 'late' | 'silent' }

/** What the server says after an htmx request (HX-Trigger: flash) is shown and read aloud. */
export function listenForFlashes(): void {
  document.body.addEventListener('flash', event => show((event as CustomEvent<Flash>).detail));
  document.body.addEventListener('htmx:sendError', () => show({ text: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.', tone: 'late' }));
  document.body.addEventListener('htmx:responseError', () => show({ text: 'Cette action n’a pas abouti. Rechargez la page, puis réessayez.', tone: 'late' }));
}

function show({ text, tone = 'ok' }: Flash): void {
  const region = document.getElementById('toasts');
  if (!region) return;
  const notice = document.createElement('div');
  notice.className = `notice tone-${tone}`;
  notice.textContent = text;
  region.append(notice);
  window.setTimeout(() => notice.remove(), 8000);
}
