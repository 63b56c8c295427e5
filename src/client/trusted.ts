/**
 * The policy of the pages lets no text become markup or the address of a script (Trusted Types, https://w3c.github.io/trusted-types/dist/spec/).
 * The edition's own scripts are what this lets through.
 */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const own = (address: string): string => {
  if (/\/(?:service-worker|faces|search\/(?:more\/)?bundle|assets\/mark-arrival-[\w-]+)\.js$/.test(address))
    return address;
  throw new TypeError(`${address} is no script of the edition`);
};

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('estenad', { createScriptURL: own });

/** The address of a script of the edition, as a browser with Trusted Types wants it. */
export const scriptAddress = (address: string): string => policy?.createScriptURL(address) ?? own(address);
