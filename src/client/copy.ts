/** Buttons that copy, and say that they did. */

import { wordsOfPage } from 'estenad:reading-words';
import { isPersianTag } from '../text/languages.ts';

/** What is copied: as text, and for programs that take it with its italics and languages, as HTML. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/**
 * Copies; falls back on a command of old where the page may not use the clipboard (opened from a folder in some browsers).
 *
 * @returns whether it was copied
 */
export async function copy({ text, html }: Copied): Promise<boolean> {
  const forms = { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) };
  try {
    const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    const focused = document.activeElement;
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    const host = document.querySelector('dialog[open]') ?? document.body;
    host.append(area);
    area.select();
    const give = (event: ClipboardEvent) => {
      for (const [type, form] of Object.entries(forms)) event.clipboardData?.setData(type, form);
      event.preventDefault();
    };
    document.addEventListener('copy', give);
    const isCopied = document.execCommand('copy');
    document.removeEventListener('copy', give);
    area.remove();
    // Who copies by keyboard goes on from the button.
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return isCopied;
  }
}

/** A word of the interface that the page brings along. */
export const word = (name: string): string =>
  document.querySelector<HTMLElement>(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? '';

/** A button that copies what `what` answers when it is pressed. */
export function copyButton(label: string, what: () => Copied): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.lang = document.documentElement.lang;
  button.textContent = label;
  // The change of a live region's text is read out.
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    const isCopied = await copy(what());
    button.textContent = isCopied ? word('copied') : wordsOfPage().notCopied;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
  return button;
}

/** A reference as word processors are to take it: what is Persian stays upright there, as on the page. */
export function copiedReference(reference: HTMLElement): Copied {
  const text = reference.textContent.trim();
  const clone = reference.cloneNode(true) as HTMLElement;
  for (const place of clone.querySelectorAll('wbr')) place.remove();
  for (const italic of clone.querySelectorAll('i, em, cite'))
    if (isPersianTag(italic.closest<HTMLElement>('[lang]')?.lang ?? '')) italic.replaceWith(...italic.childNodes);
  for (const persian of clone.querySelectorAll<HTMLElement>('[lang="fa"]')) persian.style.fontStyle = 'normal';
  const span = document.createElement('span');
  span.lang = reference.lang;
  span.dir = reference.dir;
  span.append(...clone.childNodes);
  return { text, html: span.outerHTML };
}
