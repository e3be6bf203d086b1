/** The door of a forum, on a telephone: what is scanned or tapped is answered at once from the list that the telephone keeps, put in a queue that
 *  outlives the page, and sent when there is a network. The server has the last word: it knows what the other telephones saw. */

type Answer = 'In' | 'Already' | 'Cancelled' | 'Waiting' | 'NotExpected' | 'Unknown' | 'Elsewhere';

interface Line {
  id: string; name: string; key: string; organisation: string | null; expected: Answer; arrivedAt: number | null;
  heads: number; companions: string[]; needs: string | null; print: string | null;
}

interface Item {
  nonce: string; at: number; code?: string; guestId?: string; sessionId?: string; name?: string; organisation?: string; email?: string; heads?: number; isForced?: boolean; undo?: string;
}

interface Said { nonce: string; answer: Answer; guestId: string | null; at: string | null; heads: number; isUndone: boolean }

interface Counts { heads: number; expected: number; refused: number; bySession: Record<string, number> }

interface Detector { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }

const MostMatches = 12, Batch = 50, Poll = 15_000;

export function openDoor(door: HTMLElement): void {
  if (door.dataset['ready']) return;
  door.dataset['ready'] = 'true';

  const find = <T extends HTMLElement>(name: string): T => door.querySelector<T>(`[data-door-${name}]`)!;
  const address = door.dataset['door']!, list = door.dataset['doorList']!;
  const store = `accueil:${door.dataset['doorEdition']}`, labelled = 'accueil:appareil';
  const token = door.querySelector<HTMLInputElement>('input[name=__RequestVerificationToken]')!.value;
  const hours = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: door.dataset['zone']! });
  const numbers = new Intl.NumberFormat('fr-FR');
  const place = find('answer'), matches = find('matches'), recent = find('recent'), waiting = find('waiting'), words = find('words');
  const search = door.querySelector<HTMLInputElement>('#q')!;
  const sessions = door.querySelector<HTMLSelectElement>('[data-door-session]');
  const guests = new Map<string, Line>(), byPrint = new Map<string, Line>();
  let until: number | null = null, counts: Counts | null = null;
  let shown = '', sending = false, isOut = false, isExpired = false, refused = 0;

  // ---- the queue ----

  let memory: Item[] = [];
  const read = (): Item[] => {
    try {
      return JSON.parse(localStorage.getItem(store) ?? '[]') as Item[];
    } catch {
      return memory;
    }
  };
  const write = (items: Item[]): void => {
    memory = items;
    try {
      if (items.length > 0) localStorage.setItem(store, JSON.stringify(items));
      else localStorage.removeItem(store);
    } catch {
      // Storage is forbidden here: the page itself keeps them.
    }
  };

  async function send(items: Item[]): Promise<Response> {
    const form = new FormData();
    form.append('__RequestVerificationToken', token);
    form.append('Input.SentAt', String(Date.now()));
    form.append('Input.Device', label());
    items.forEach((item, index) => {
      for (const [name, value] of Object.entries(item))
        if (value !== undefined && value !== '') form.append(`Input.Items[${index}].${name.charAt(0).toUpperCase()}${name.slice(1)}`, String(value));
    });
    return fetch(address, { method: 'POST', body: form, headers: { Accept: 'application/json', 'HX-Request': 'true' } });
  }

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    let went = false;
    try {
      for (let size = Batch; ;) {
        const batch = read().slice(0, size);
        if (batch.length === 0) break;
        const answer = await send(batch);
        isOut = false;
        isExpired = answer.status === 400 || answer.status === 401 || answer.status === 403;
        if (answer.status === 422 || answer.status === 404) {
          // One of them cannot be taken: the others must not wait behind it.
          if (size > 1) { size = 1; continue; }
          refused++;
        } else if (!answer.ok || answer.redirected) break;
        const said = answer.ok ? await answer.json() as Said[] : [];
        const sent = new Set(batch.map(item => item.nonce));
        write(read().filter(item => !sent.has(item.nonce)));
        said.forEach(learn);
        went = true;
      }
    } catch {
      isOut = true;
    } finally {
      sending = false;
      tell();
    }
    // The count is everybody's: asked again once ours is in it.
    if (went) void refresh();
  }

  /** What the server made of it, when that is not what was shown. */
  function learn(said: Said): void {
    const line = said.guestId === null ? undefined : guests.get(said.guestId);
    if (line) line.arrivedAt = said.at === null ? null : Date.parse(said.at);
    if (said.nonce !== shown || said.isUndone) return;
    if (place.dataset['answer'] !== said.answer) show(said.answer, said.nonce, line, line?.arrivedAt ?? null, said.heads);
  }

  // ---- what is said ----

  const fill = (root: ParentNode, name: string, text: string | null | undefined): void =>
    root.querySelectorAll<HTMLElement>(`[data-${name}]`).forEach(element => { element.textContent = text ?? ''; });
  const copy = (selector: string): DocumentFragment => door.querySelector<HTMLTemplateElement>(selector)!.content.cloneNode(true) as DocumentFragment;

  function show(answer: Answer, nonce: string, line: Line | undefined, since: number | null, heads: number): void {
    const card = copy(`template[data-door-says=${answer}]`);
    if (answer === 'Already' && since !== null) fill(card, 'word', `Déjà là depuis ${hours.format(since)}`);
    fill(card, 'name', line?.name);
    fill(card, 'organisation', line?.organisation);
    const others = line && line.companions.length > 0 ? line.companions.join(', ') : '';
    fill(card, 'heads', heads < 2 ? '' : answer === 'In' ? `Entrent ${heads} personnes${others && ` : avec ${others}`}` : others && `Avec ${others}`);
    fill(card, 'needs', line?.needs);
    card.querySelector<HTMLElement>('[data-needs-line]')!.hidden = !line?.needs;
    card.querySelector('[data-force]')?.addEventListener('click', () => line && act({ guestId: line.id, isForced: true }, line));
    card.querySelector('[data-undo]')?.addEventListener('click', () => undo(nonce, line));
    const many = card.querySelector<HTMLElement>('[data-many]');
    if (many) many.hidden = !line || line.heads < 2;
    card.querySelector('[data-more]')?.addEventListener('click', () => line && act({ guestId: line.id, isForced: true, heads: 1 }, line));
    const choice = card.querySelector<HTMLSelectElement>('[data-count]');
    if (choice && line) {
      for (let n = line.heads; n > 0; n--) choice.add(new Option(String(n), String(n), n === heads, n === heads));
      choice.addEventListener('change', () => {
        undo(nonce, line);
        act({ guestId: line.id, heads: Number(choice.value), isForced: line.expected !== 'In' }, line);
      });
    }
    place.replaceChildren(card);
    (shown = nonce, place.dataset['answer'] = answer);
    place.scrollIntoView({ block: 'nearest' });
    navigator.vibrate?.(answer === 'In' ? 60 : [60, 80, 60]);
    if (answer === 'In') enter(nonce, line, heads);
  }

  function enter(nonce: string, line: Line | undefined, heads: number): void {
    const row = copy('template[data-door-entry]');
    fill(row, 'name', (line?.name ?? '') + (heads > 1 ? ` + ${heads - 1}` : ''));
    fill(row, 'organisation', line?.organisation);
    fill(row, 'hour', hours.format(Date.now()));
    row.querySelector('[data-undo]')!.addEventListener('click', event => {
      undo(nonce, line);
      (event.currentTarget as HTMLElement).closest('li')?.remove();
    });
    recent.prepend(row);
    while (recent.children.length > 6) recent.lastElementChild!.remove();
  }

  function tell(): void {
    const left = read().length, kept = left === 1 ? 'Un passage est gardé' : `${left} passages sont gardés`;
    // One that is just being sent is not worth a word.
    const isLate = left > 0 && Date.now() - read()[0]!.at > 4000;
    waiting.hidden = !isLate && !isOut && !isExpired && refused === 0;
    door.dataset['left'] = String(left);
    const said = isExpired ? `Votre session a pris fin. ${left === 0 ? 'Rien n’est perdu.' : `${kept} sur ce téléphone et partiront après la connexion.`}`
      : left > 0 ? `${isOut || !navigator.onLine ? 'Pas de réseau. ' : ''}${kept} sur ce téléphone, à l’heure exacte. Gardez cette page ouverte.`
      : refused > 0 ? `${refused === 1 ? 'Un passage n’a' : `${refused} passages n’ont`} pas été pris par le serveur : cherchez ces personnes par leur nom.`
      : 'Pas de réseau : continuez, tout est gardé sur ce téléphone.';
    const text = find('waiting-text');
    if (text.textContent !== said) text.textContent = said;
    find('signin').hidden = !isExpired;
    if (counts === null) return;
    const session = sessions?.value ?? '';
    const inside = session === '' ? counts.heads : counts.bySession[session] ?? 0;
    find('inside').textContent = numbers.format(inside);
    words.textContent = session === '' ? `${inside < 2 ? 'personne entrée' : 'personnes entrées'}, ${numbers.format(counts.expected)} encore ${counts.expected < 2 ? 'attendue' : 'attendues'}`
      : `${inside < 2 ? 'personne' : 'personnes'} dans « ${sessions!.selectedOptions[0]!.dataset['title']} »`;
    find('refused').textContent = counts.refused === 0 ? '' : `${numbers.format(counts.refused)} ${counts.refused < 2 ? 'passage refusé' : 'passages refusés'}`;
  }

  // ---- what is done ----

  function act(what: Partial<Item>, line: Line | undefined): void {
    const item: Item = { nonce: made(), at: Date.now(), ...(sessions?.value ? { sessionId: sessions.value } : {}), ...what };
    write([...read(), item]);
    const inSession = item.sessionId !== undefined;
    const answer: Answer = item.name !== undefined ? 'In' : line === undefined ? 'Unknown' : line.arrivedAt !== null && !inSession && !item.isForced ? 'Already' : item.isForced || line.arrivedAt !== null ? 'In' : line.expected;
    const since = line?.arrivedAt ?? null, heads = item.heads ?? line?.heads ?? 1;
    if (answer === 'In' && line && line.arrivedAt === null) {
      line.arrivedAt = item.at;
      if (counts) (counts.heads += heads, counts.expected = Math.max(0, counts.expected - line.heads));
    }
    // Perhaps made since the list was read: the server knows, when it can be asked.
    if (answer === 'Unknown' && navigator.onLine && !isOut) (shown = item.nonce, place.dataset['answer'] = '');
    else show(answer, item.nonce, line ?? (item.name === undefined ? undefined : someone(item)), since, heads);
    search.value = '';
    look();
    void flush().then(() => {
      if (shown === item.nonce && place.dataset['answer'] === '') show('Unknown', item.nonce, undefined, null, 0);
    });
    tell();
  }

  function undo(nonce: string, line: Line | undefined): void {
    write([...read(), { nonce: made(), at: Date.now(), undo: nonce }]);
    if (line) {
      if (counts && line.arrivedAt !== null) (counts.heads = Math.max(0, counts.heads - line.heads), counts.expected += line.heads);
      line.arrivedAt = null;
    }
    if (shown === nonce) (place.replaceChildren(), shown = '');
    void flush();
    tell();
  }

  const someone = (item: Item): Line => ({ id: '', name: item.name!, key: '', organisation: item.organisation ?? null, expected: 'In', arrivedAt: null, heads: 1, companions: [], needs: null, print: null });

  async function scanned(text: string): Promise<void> {
    const code = text.replace(/\s/g, '').toUpperCase();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
    const print = [...digest.slice(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('');
    act({ code: code.slice(0, 64) }, byPrint.get(print));
  }

  // ---- the list ----

  async function refresh(): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    try {
      const answer = await fetch(until === null ? list : `${list}&depuis=${until}`, { headers: { Accept: 'application/json', 'HX-Request': 'true' } });
      isOut = false;
      isExpired = answer.status === 401 || answer.status === 403;
      if (answer.ok && !answer.redirected) {
        const told = await answer.json() as { until: number; counts: Counts; guests: Line[] };
        (until = told.until, counts = told.counts);
        // What waits here is not yet known there.
        const pending = new Set(read().map(item => item.guestId));
        for (const line of told.guests) {
          const mine = guests.get(line.id);
          if (mine && pending.has(line.id)) line.arrivedAt ??= mine.arrivedAt;
          guests.set(line.id, line);
          if (line.print) byPrint.set(line.print, line);
        }
        door.dataset['known'] = String(guests.size);
      }
    } catch {
      isOut = true;
    }
    tell();
    if (read().length > 0) await flush();
  }

  const fold = (text: string): string[] => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  function look(): void {
    const typed = fold(search.value);
    const found = typed.length === 0 ? [] : [...guests.values()].filter(line => typed.every(word => line.key.includes(word))).slice(0, MostMatches);
    matches.replaceChildren(...found.map(line => {
      const row = copy('template[data-door-match]');
      fill(row, 'name', line.name);
      fill(row, 'organisation', line.organisation);
      const state = row.querySelector<HTMLElement>('[data-state]')!;
      const saying = door.querySelector<HTMLTemplateElement>(`template[data-door-says=${line.expected}]`)!.content.querySelector('[data-word]')!.textContent;
      state.textContent = line.arrivedAt !== null ? `Depuis ${hours.format(line.arrivedAt)}` : line.expected === 'In' ? '' : saying;
      state.hidden = state.textContent === '';
      row.querySelector('[data-enter]')!.addEventListener('click', () => act({ guestId: line.id }, line));
      return row;
    }));
    const none = door.querySelector<HTMLElement>('[data-door-nobody]');
    if (none) none.hidden = typed.length === 0 || found.length > 0;
  }

  // ---- the camera ----

  let camera: MediaStream | null = null;
  async function film(): Promise<void> {
    const video = find<HTMLVideoElement>('video'), error = find('camera-error');
    const caption = find('camera').querySelector('span')!;
    error.hidden = true;
    if (camera) {
      camera.getTracks().forEach(track => track.stop());
      (camera = null, video.hidden = true, caption.textContent = 'Scanner un billet');
      return;
    }
    try {
      camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
    } catch {
      error.hidden = false;
      return;
    }
    (video.srcObject = camera, video.hidden = false, caption.textContent = 'Arrêter l’appareil photo');
    await video.play();
    const decode = await decoder();
    let last = '', at = 0;
    while (camera) {
      const code = await decode(video);
      // The same ticket stays in sight a while; shown again later, it is another try.
      if (code !== null && (code !== last || Date.now() - at > 4000)) await scanned(code);
      if (code !== null) (last = code, at = Date.now());
      await new Promise(resolve => window.setTimeout(resolve, 120));
    }
  }

  // ---- to work ----

  const label = (): string => find<HTMLInputElement>('device').value;
  const device = find<HTMLInputElement>('device');
  try {
    device.value = localStorage.getItem(labelled) ?? '';
  } catch {
    // Nameless, then.
  }
  if (device.value === '') device.value = /iPhone|iPad|Android|Mac|Windows|Linux/.exec(navigator.userAgent)?.[0] ?? '';
  device.addEventListener('change', () => localStorage.setItem(labelled, device.value));
  find('device-field').hidden = false;

  if (navigator.mediaDevices !== undefined) {
    find('scan').hidden = false;
    find('camera').addEventListener('click', () => void film());
  }
  find('search').querySelector<HTMLElement>('[data-without-script]')!.hidden = true;
  search.addEventListener('input', look);
  find('search').addEventListener('submit', event => {
    event.preventDefault();
    // A reader that types what it reads, and Enter.
    if (/^\s*F1[0-9A-Z]{26}\s*$/i.test(search.value)) void scanned(search.value);
    else matches.querySelector<HTMLElement>('button')?.focus();
  });
  find('walkin').addEventListener('submit', event => {
    const form = event.currentTarget as HTMLFormElement;
    const value = (name: string) => form.querySelector<HTMLInputElement>(`[name="Input.Items[0].${name}"]`)!.value.trim();
    const email = value('Email');
    // What is missing or misspelt is said by the page itself.
    if (value('Name') === '' || (email !== '' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))) return;
    event.preventDefault();
    act({ name: value('Name'), organisation: value('Organisation'), email }, undefined);
    form.reset();
    form.closest('details')!.open = false;
  });
  sessions?.form!.addEventListener('submit', event => {
    event.preventDefault();
    recent.replaceChildren();
    place.replaceChildren();
    tell();
  });
  sessions?.addEventListener('change', () => sessions.form!.requestSubmit());
  sessions?.form!.querySelector<HTMLElement>('[data-without-script]')?.setAttribute('hidden', '');
  window.addEventListener('online', () => void flush());
  window.addEventListener('offline', () => { isOut = true; tell(); });
  document.addEventListener('visibilitychange', () => void refresh());
  // Without network the page could not be opened again.
  window.addEventListener('beforeunload', event => { if (isOut || !navigator.onLine) event.preventDefault(); });
  window.setInterval(() => void refresh(), Poll);
  void refresh();
}

/** Random everywhere, also where the page has no secure address. */
function made(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  (bytes[6] = (bytes[6]! & 0x0f) | 0x40, bytes[8] = (bytes[8]! & 0x3f) | 0x80);
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The browser's own reader where it has one, else one that is loaded then. */
async function decoder(): Promise<(video: HTMLVideoElement) => Promise<string | null>> {
  const own = (window as unknown as { BarcodeDetector?: { new(options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } }).BarcodeDetector;
  if (own && (await own.getSupportedFormats()).includes('qr_code')) {
    const detector = new own({ formats: ['qr_code'] });
    return async video => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
  }
  const { default: jsQR } = await import('jsqr');
  const canvas = document.createElement('canvas'), context = canvas.getContext('2d', { willReadFrequently: true })!;
  return video => {
    const side = Math.min(video.videoWidth, video.videoHeight);
    if (side === 0) return Promise.resolve(null);
    const size = Math.min(side, 640);
    (canvas.width = size, canvas.height = size);
    context.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, size, size);
    return Promise.resolve(jsQR(context.getImageData(0, 0, size, size).data, size, size, { inversionAttempts: 'dontInvert' })?.data ?? null);
  };
}
