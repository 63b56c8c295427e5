/** The identifiers of a person in registers, and their addresses. */
import type { Creator } from './model.ts';

export interface PersonIdentifier {
  readonly scheme: 'ORCID' | 'ISNI' | 'Wikidata';
  readonly uri: string;
  /** The address of the register. */
  readonly register: string;
}

/**
 * The identifiers of a creator, as addresses: ORCID (https://support.orcid.org, «Structure of the ORCID Identifier»), ISNI without
 * spaces (https://isni.org/page/linked-data/), Wikidata by the address of the entity.
 */
export function identifiersOf({ orcid, isni, wikidata }: Creator): readonly PersonIdentifier[] {
  return [
    ...(orcid ? [{ scheme: 'ORCID', uri: `https://orcid.org/${orcid}`, register: 'https://orcid.org' } as const] : []),
    ...(isni ? [{ scheme: 'ISNI', uri: `https://isni.org/isni/${isni}`, register: 'https://isni.org' } as const] : []),
    ...(wikidata
      ? [
          {
            scheme: 'Wikidata',
            uri: `https://www.wikidata.org/entity/${wikidata}`,
            register: 'https://www.wikidata.org',
          } as const,
        ]
      : []),
  ];
}
