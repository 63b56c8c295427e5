/** 1XX and 7XX: who made it and took part, and the conference where it was given. */
import { invertedName, isBody, type Name } from '../../bibliography/work.ts';
import { workplacesOf } from '../../edition/affiliations.ts';
import { contributorTerms } from '../../edition/contributor-kinds.ts';
import { creditTerms, creditUri } from '../../edition/credit.ts';
import { conferenceDays } from '../../edition/describe.ts';
import { identifiersOf, identifiersOfFunder } from '../../edition/identifiers.ts';
import { type Agent, contributorsTo, isOrganisation, type Subject } from '../../edition/model.ts';
import { latinForm } from '../../text/languages.ts';
import { type Field, field, originalOf, type Subfields } from './field.ts';

/** $a of a name, and $c of what stands behind it. */
const heading = (name: Name): Subfields =>
  isBody(name) ? { a: name.literal } : { a: invertedName({ ...name, suffix: undefined }), c: name.suffix };

/** $u: where somebody works. */
const placesIn = (agent: Agent, language: string): string | undefined =>
  workplacesOf(agent)
    .flatMap(({ said }) => said[language]?.value ?? [])
    .join('; ') || undefined;

/** The relator of who paid (https://id.loc.gov/vocabulary/relators/fnd). */
const funder: Subfields = { e: 'funder', 4: 'fnd' };

/** Persons, organisations and meetings: access points in Latin script, with their forms in another one. */
export function nameFields(subject: Subject): readonly Field[] {
  const { article } = subject;
  const { creators, conference } = article;
  return [
    // 100, 700 Persons and 110, 710 organisations: romanised, the form in another script in 880.
    ...creators.map((creator, index) => {
      const { name, roles = [] } = creator;
      const [tag, indicators] = isOrganisation(creator) ? ['10', '2 '] : ['00', '1 '];
      return field(
        `${index === 0 ? '1' : '7'}${tag}`,
        indicators,
        {
          ...heading(name.en),
          u: placesIn(creator, latinForm),
          e: ['author', ...roles.map(({ role }) => creditTerms[role].toLowerCase())],
          1: identifiersOf(creator).map(({ uri }) => uri),
          4: ['aut', ...roles.map(({ role }) => creditUri(role))],
        },
        originalOf(name, article.language, (form, one) => ({
          ...heading(form),
          u: placesIn(creator, one),
          e: 'author',
          4: 'aut',
        })),
      );
    }),
    ...contributorsTo(subject).map(({ kind, agent }) => {
      const { code, term } = contributorTerms[kind].marc;
      const known = { e: term, 4: code };
      return field(
        isOrganisation(agent) ? '710' : '700',
        isOrganisation(agent) ? '2 ' : '1 ',
        {
          ...heading(agent.name[latinForm]),
          u: placesIn(agent, latinForm),
          ...known,
          1: identifiersOf(agent).map(({ uri }) => uri),
        },
        originalOf(agent.name, article.language, (form, one) => ({
          ...heading(form),
          u: placesIn(agent, one),
          ...known,
        })),
      );
    }),
    // 710 Who paid for it.
    ...(article.funding ?? []).map((funding) =>
      field(
        '710',
        '2 ',
        { a: funding.funder[latinForm], ...funder, 1: identifiersOfFunder(funding).map(({ uri }) => uri) },
        originalOf(funding.funder, article.language, (form) => ({ a: form, ...funder })),
      ),
    ),
    // 711 Meeting: the conference of a paper.
    ...(conference
      ? [
          field(
            '711',
            '2 ',
            { a: conference.name.en, d: conferenceDays(conference)?.replace('/', '–'), c: conference.place?.en },
            originalOf(conference.name, article.language, (form, one) => ({ a: form, c: conference.place?.[one] })),
          ),
        ]
      : []),
  ];
}
