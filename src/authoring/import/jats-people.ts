/** The people of an article in JATS (`contrib`), where they work and what they did. */
import type { Element } from 'xast';
import { countryOf } from '../../edition/affiliations.ts';
import type { ArticleContributorRole } from '../../edition/contributor-kinds.ts';
import { type Credit, creditDegrees, creditRoles, creditTerms } from '../../edition/credit.ts';
import { type Author, inItsScript, type StatedPlace } from './front.ts';
import { allNamed, attribute, childrenNamed, said, textOf } from './xml.ts';

/** What stands in an affiliation for machines, or is a mark that calls it. */
const noWords = ['label', 'institution-id', 'sup', 'email'];

/** The letters of a text alone, by which two are compared. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** A place of work in parts, where the file has them and they are all that it says. */
function partsOf(aff: Element, words: string): StatedPlace['parts'] {
  const institutions = allNamed(aff, 'institution');
  const department = institutions.find((one) =>
    /^(?:dept|department|division)$/i.test(attribute(one, 'content-type') ?? ''),
  );
  const [institution, ...others] = institutions.filter((one) => one !== department);
  const cities = [
    ...allNamed(aff, 'city'),
    ...allNamed(aff, 'named-content').filter((one) => attribute(one, 'content-type') === 'city'),
  ];
  const [country] = allNamed(aff, 'country');
  if (!institution || others.length > 0 || cities.length > 1) return undefined;
  const code = attribute(country, 'country') ?? (country && countryOf(textOf(country)));
  const known = [department, institution, cities[0], code === undefined ? undefined : country];
  // An address with a street or a state would lose it.
  if (letters(words) !== letters(known.map((one) => textOf(one)).join(''))) return undefined;
  const ror = allNamed(aff, 'institution-id')
    .map((one) => /^https:\/\/ror\.org\/0[a-z0-9]{8}$/.exec(textOf(one))?.[0])
    .find((one) => one !== undefined);
  return {
    institution: textOf(institution),
    department: textOf(department) || undefined,
    city: textOf(cities[0]) || undefined,
    country: code,
    ror,
  };
}

const placeOf = (aff: Element): StatedPlace => {
  const words = textOf(aff, noWords);
  return { words, parts: partsOf(aff, words) };
};

/** A role of the Contributor Role Taxonomy by its address or its name (JATS4R, CRediT, 2021). */
function creditOf(role: Element): Credit | undefined {
  const address = attribute(role, 'vocab-term-identifier') ?? attribute(role, 'content-type') ?? '';
  const name = letters(attribute(role, 'vocab-term') ?? textOf(role)).replace(/and(?=editing)/, '');
  const known = creditRoles.find((one) => address.includes(`/${one}`) || letters(creditTerms[one]) === name);
  const said = attribute(role, 'degree-contribution')?.toLowerCase();
  const degree = creditDegrees.find((one) => one === said);
  return known && { role: known, ...(degree ? { degree } : {}) };
}

/** Those who took part in the article as one kind of contributor. */
export function readAgents(meta: Element | undefined, kind: 'author' | ArticleContributorRole): Author[] {
  const affiliations = new Map(allNamed(meta, 'aff').map((aff) => [attribute(aff, 'id') ?? '', placeOf(aff)]));
  const mails = new Map(
    allNamed(meta, 'corresp').map((corresp) => [attribute(corresp, 'id') ?? '', said(corresp, 'email')]),
  );
  const equals = new Set(
    allNamed(childrenNamed(meta, 'author-notes')[0], 'fn')
      .filter((one) => attribute(one, 'fn-type') === 'equal')
      .map((one) => attribute(one, 'id')),
  );
  return allNamed(meta, 'contrib')
    .filter((contrib) => (attribute(contrib, 'contrib-type') ?? 'author') === kind)
    .flatMap((contrib): Author[] => {
      const references = (type: string) =>
        allNamed(contrib, 'xref').flatMap((xref) =>
          attribute(xref, 'ref-type') === type ? (attribute(xref, 'rid') ?? '').split(/\s+/) : [],
        );
      const names = allNamed(contrib, 'name').flatMap((name) => {
        const family = said(name, 'surname');
        const given = said(name, 'given-names');
        if (family === undefined) return given === undefined ? [] : [{ family: given }];
        return [{ family, given }];
      });
      const body = said(contrib, 'collab', ['contrib-group', 'contrib']) ?? said(contrib, 'institution');
      if (names.length === 0 && body === undefined) return [];
      const corresp = references('corresp');
      const own = [...childrenNamed(contrib, 'aff'), ...childrenNamed(contrib, 'address')].map(placeOf);
      const orcid = allNamed(contrib, 'contrib-id').find((id) => attribute(id, 'contrib-id-type') === 'orcid');
      const roles = childrenNamed(contrib, 'role').flatMap((role) => creditOf(role) ?? []);
      return [
        {
          ...(names.length > 0 ? Object.assign({}, ...names.toReversed().map(inItsScript)) : { body }),
          orcid: /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(textOf(orcid))?.[0],
          email: said(contrib, 'email') ?? corresp.map((id) => mails.get(id)).find((mail) => mail !== undefined),
          isCorresponding: attribute(contrib, 'corresp') === 'yes' || corresp.length > 0,
          affiliations: [...references('aff').flatMap((id) => affiliations.get(id) ?? []), ...own].filter(
            ({ words }) => words !== '',
          ),
          roles: roles.filter(({ role }, index) => roles.findIndex((one) => one.role === role) === index),
          isEqual:
            attribute(contrib, 'equal-contrib') === 'yes' ||
            [...references('fn'), ...references('author-notes')].some((id) => equals.has(id)),
        },
      ];
    });
}
