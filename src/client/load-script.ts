import { scriptAddress } from './trusted.ts';

/** Runs a classic script, which a page opened from a folder may do where it may fetch nothing. Fails if it is not there. */
export function loadScript(address: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = scriptAddress(address.href);
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${address.pathname} is missing`)));
    document.head.append(script);
  });
}
