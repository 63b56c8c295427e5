/** The identifiers of persons and organisations in registers, and their addresses. */
import type { Agent, Funding } from './model.ts';

export interface AgentIdentifier {
  readonly scheme: 'ORCID' | 'ROR' | 'ISNI' | 'Wikidata';
  readonly uri: string;
  /** The address of the register. */
  readonly register: string;
}

/** An organisation in ROR, by its address (https://ror.readme.io/docs/identifier). */
export const rorAddress = (ror: string): string => `https://ror.org/${ror}`;

/**
 * The identifiers of an agent, as addresses: ORCID (https://support.orcid.org, «Structure of the ORCID Identifier»), ROR, ISNI
 * without spaces (https://isni.org/page/linked-data/), Wikidata by the address of the entity.
 */
export function identifiersOf({ orcid, ror, isni, wikidata }: Agent): readonly AgentIdentifier[] {
  return [
    ...(orcid ? [{ scheme: 'ORCID', uri: `https://orcid.org/${orcid}`, register: 'https://orcid.org' } as const] : []),
    ...(ror ? [{ scheme: 'ROR', uri: rorAddress(ror), register: 'https://ror.org' } as const] : []),
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

/** The registers of funders, as DataCite names them. */
export type FunderScheme = 'ROR' | 'Crossref Funder ID';

/** A funder in the registers that know it: ROR, which takes the place of the other, then the Open Funder Registry. */
export const identifiersOfFunder = ({
  ror,
  funderId,
}: Funding): readonly { readonly scheme: FunderScheme; readonly uri: string; readonly register: string }[] => [
  ...(ror ? [{ scheme: 'ROR', uri: rorAddress(ror), register: 'https://ror.org' } as const] : []),
  ...(funderId
    ? [
        {
          scheme: 'Crossref Funder ID',
          uri: `https://doi.org/${funderId}`,
          register: 'https://www.crossref.org/services/funder-registry/',
        } as const,
      ]
    : []),
];
