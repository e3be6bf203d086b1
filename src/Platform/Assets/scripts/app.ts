import htmx from 'htmx.org';
import { listenForFlashes } from './flash';
import { enhanceForms } from './forms';
import { enhanceMenus, listenForPrint, listenForShortcuts } from './keyboard';

/** Every page works without this file; what follows only saves a reload, a click or a scroll. */
function enhance(root: ParentNode): void {
  enhanceForms(root);
  const charts = root.querySelectorAll<HTMLElement>('[data-chart]');
  if (charts.length > 0) void import('./chart').then(chart => charts.forEach(chart.draw));
  const passkeys = root.querySelectorAll<HTMLFormElement>('form[data-passkey]');
  if (passkeys.length > 0) void import('./passkeys').then(module => passkeys.forEach(module.enhancePasskeys));
  const door = root.querySelector<HTMLElement>('[data-door]');
  if (door) void import('./door').then(module => module.openDoor(door));
  const place = root.querySelector<HTMLFormElement>('form[data-place]');
  if (place !== null) void import('./place').then(module => module.enhance(place));
  const choices = root.querySelectorAll<HTMLSelectElement>('select[data-choices]');
  if (choices.length > 0) void import('./choices').then(module => choices.forEach(module.enhance));
}

enhanceMenus();
listenForPrint();
listenForShortcuts();
listenForFlashes();
enhance(document);
htmx.on('htmx:load', event => {
  const loaded = (event as CustomEvent<{ elt: HTMLElement }>).detail.elt;
  if (loaded !== document.body) enhance(loaded.parentElement ?? loaded);
});
