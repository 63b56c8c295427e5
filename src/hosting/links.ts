import type { TypedLink } from './signposting.ts';

/** Links as the value of a `Link` header (RFC 8288, section 3). */
export const linkHeader = (links: readonly TypedLink[]): string =>
  links
    .map(({ href, relation, type, profile }) =>
      [
        `<${href}>`,
        `rel="${relation}"`,
        ...(type ? [`type="${type}"`] : []),
        ...(profile ? [`profile="${profile}"`] : []),
      ].join('; '),
    )
    .join(', ');

/** The link from any file to the set of all links (RFC 9264, section 6). */
export const linksetLink = (address: string): string => `<${address}>; rel="linkset"; type="application/linkset+json"`;
