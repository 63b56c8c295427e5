/** Who paid for an article in JATS (`funding-group`; JATS4R, Funding, 2021). */
import type { Element } from 'xast';
import type { StatedFunding } from './front.ts';
import { allNamed, attribute, childrenNamed, textOf } from './xml.ts';

/** What a register calls a funder: an address of ROR, or an identifier of Crossref's Funder Registry. */
function identifiersOf(source: Element): Pick<StatedFunding, 'ror' | 'funderId'> {
  const ids = [
    ...allNamed(source, 'institution-id').map((one) => textOf(one)),
    attribute(source, 'xlink:href') ?? '',
    attribute(source, 'id') ?? '',
  ];
  const first = (form: RegExp) => ids.map((id) => form.exec(id)?.[0]).find((id) => id !== undefined);
  return { ror: first(/https:\/\/ror\.org\/0[a-z0-9]{8}$/), funderId: first(/10\.13039\/\d+$/) };
}

/** The funders of the awards, each once, with the numbers of theirs. What is said in words is not read. */
export function readFunding(meta: Element | undefined): StatedFunding[] {
  const funders = new Map<string, StatedFunding>();
  for (const award of childrenNamed(childrenNamed(meta, 'funding-group')[0], 'award-group')) {
    const awards = allNamed(award, 'award-id')
      .map((id) => textOf(id))
      .filter((id) => id !== '');
    for (const source of allNamed(award, 'funding-source')) {
      const name = textOf(source, ['institution-id']);
      if (name === '') continue;
      const known = funders.get(name);
      funders.set(name, {
        name,
        ...(known ?? identifiersOf(source)),
        awards: [...new Set([...(known?.awards ?? []), ...awards])],
      });
    }
  }
  return [...funders.values()];
}
