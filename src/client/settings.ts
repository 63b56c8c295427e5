/** Text size, line width, the ends of lines, colours and the key for search, chosen in a popover and remembered. */
import { wordsOfPage } from 'estenad:reading-words';
import { placeUnder } from './popovers.ts';
import { settingsKey } from './remembered.ts';
import { recall, remember } from './remembering.ts';

/** The choice that needs no attribute, of each setting. */
const defaults = { size: 'normal', width: 'normal', align: 'auto', theme: 'device', keys: 'on' } as const;

export function offerSettings(): void {
  const button = document.querySelector<HTMLButtonElement>('button.display');
  if (!button) return;
  const root = document.documentElement;
  const words = wordsOfPage();
  // No form: Enter in one would load the page anew.
  const panel = document.createElement('div');
  panel.className = 'settings';
  panel.popover = 'auto';
  panel.role = 'dialog';
  panel.setAttribute('aria-label', words.display);
  const choices = {
    size: words.sizes,
    width: words.widths,
    align: words.aligns,
    theme: words.themes,
    keys: words.keysChoices,
  };
  const labels = { size: words.size, width: words.width, align: words.align, theme: words.theme, keys: words.keys };
  for (const name of ['size', 'width', 'align', 'theme', 'keys'] as const) {
    const group = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.textContent = labels[name];
    group.append(legend);
    for (const [value, text] of Object.entries(choices[name])) {
      const label = document.createElement('label');
      const input = document.createElement('input');
      input.type = 'radio';
      input.name = name;
      input.value = value;
      input.checked = value === (root.dataset[name] ?? defaults[name]);
      label.append(input, text);
      group.append(label);
    }
    panel.append(group);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = words.close;
  close.addEventListener('click', () => panel.hidePopover());
  panel.append(close);
  panel.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const name = target.name as keyof typeof defaults;
    const stored = recall(settingsKey);
    if (target.value === defaults[name]) {
      delete root.dataset[name];
      delete stored[name];
    } else {
      root.dataset[name] = target.value;
      stored[name] = target.value;
    }
    remember(settingsKey, stored);
  });
  panel.addEventListener('toggle', () => {
    if (panel.matches(':popover-open')) placeUnder(panel, button.getBoundingClientRect());
  });
  // Beside its button in the document, so that Tab leads into it; Escape closes it and leads back.
  button.after(panel);
  button.popoverTargetElement = panel;
}
