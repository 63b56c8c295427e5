/**
 * The faces of a page that is opened from a folder in a browser that loads no font there: WebKit takes each file for another
 * origin. They come by a script then, which it runs.
 */
import { bytesOf } from './base64.ts';
import { loadScript } from './load-script.ts';

interface Face {
  readonly family: string;
  /** The file, base64. */
  readonly data: string;
  readonly weight: string;
  readonly style: string;
  readonly unicodeRange?: string;
}

declare global {
  // A property of the window, set by faces.js.
  var estenadFaces: readonly Face[] | undefined;
}

/** To be called after the first paint, which asks for the faces of the style sheet. */
export async function bringFaces(): Promise<void> {
  if (location.protocol !== 'file:') return;
  await document.fonts.ready;
  if ([...document.fonts].some(({ status }) => status === 'loaded')) return;
  await loadScript(new URL(`${document.documentElement.dataset['root']}faces.js`, location.href));
  for (const { family, data, ...descriptors } of globalThis.estenadFaces ?? [])
    document.fonts.add(await new FontFace(family, bytesOf(data), descriptors).load());
}
