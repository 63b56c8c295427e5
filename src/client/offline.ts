/** Stores the edition for reading offline, and says when a newer state of it was stored. */

import { scriptAddress } from './trusted.ts';

export async function storeEdition(): Promise<void> {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  const { root = '', update = '', reload = '' } = document.documentElement.dataset;
  try {
    const registration = await navigator.serviceWorker.register(
      scriptAddress(new URL(`${root}service-worker.js`, location.href).href),
    );
    const say = (worker: ServiceWorker) => {
      const bar = document.createElement('p');
      bar.className = 'update';
      bar.role = 'status';
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = reload;
      button.addEventListener('click', () => {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
        worker.postMessage('take over');
      });
      bar.append(`${update} `, button);
      document.body.append(bar);
    };
    if (registration.waiting && navigator.serviceWorker.controller) say(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && navigator.serviceWorker.controller) say(worker);
      });
    });
  } catch {
    // A page that cannot store the edition works without.
  }
}
