/** Stores the edition for reading offline, and says when a newer state of it was stored. */

import { mayStore, scopeOf } from './stored.ts';
import { scriptAddress } from './trusted.ts';

export async function storeEdition(): Promise<void> {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http') || !mayStore()) return;
  const { update = '', reload = '' } = document.documentElement.dataset;
  try {
    const registration = await navigator.serviceWorker.register(scriptAddress(`${scopeOf()}service-worker.js`));
    const say = (worker: ServiceWorker) => {
      const bar = document.createElement('p');
      bar.className = 'update';
      bar.role = 'status';
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = reload;
      button.addEventListener('click', () => {
        // Another tab may have taken it already: then there is no change to wait for.
        if (worker.state !== 'installed') location.reload();
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
