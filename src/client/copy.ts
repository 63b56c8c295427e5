/** Buttons that copy, and say that they did. */

import { readingStrings } from '../locales/index.ts';

/**
 * Copies a text; falls back on a selection where the page may not use the clipboard (opened from a folder).
 *
 * @returns whether it was copied
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    const host = document.querySelector('dialog[open]') ?? document.body;
    host.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    return isCopied;
  }
}

/** A word of the interface that the page brings along. */
export const word = (name: string): string =>
  document.querySelector<HTMLElement>(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? '';

/** A button that copies what `text` answers when it is pressed. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.lang = document.documentElement.lang;
  button.textContent = label;
  // The change of a live region's text is read out.
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    const isCopied = await copyText(text());
    button.textContent = isCopied
      ? word('copied')
      : readingStrings[document.documentElement.lang === 'en' ? 'en' : 'fa'].notCopied;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
  return button;
}

/** Gives every reference below an element its button. */
export function addCopyButtons(root: ParentNode = document): void {
  for (const reference of root.querySelectorAll<HTMLElement>('dl.styles dd')) {
    const text = reference.textContent.trim();
    reference.append(
      ' ',
      copyButton(word('copy'), () => text),
    );
  }
}
