/** Who made the article, in JATS: `contrib`, `aff`, `author-notes`. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { isBody, type Name } from '../../bibliography/work.ts';
import { partComma, partsIn, workplacesOf } from '../../edition/affiliations.ts';
import { contributorTerms } from '../../edition/contributor-kinds.ts';
import { type Credit, creditScheme, creditTerms, creditUri } from '../../edition/credit.ts';
import { identifiersOf, rorAddress } from '../../edition/identifiers.ts';
import {
  type Affiliation,
  type Agent,
  type Article,
  type Creator,
  contributorsTo,
  isOrganisation,
  type Subject,
} from '../../edition/model.ts';
import { wordsOf } from '../../locales/index.ts';
import { textsOf } from '../../text/languages.ts';
import { namesOfAgent } from '../full-text.ts';
import { conflictNote } from './funding.ts';

/** `name` of a person, `collab` of an organisation. */
const jatsName = (name: Name, attributes: Readonly<Record<string, string | undefined>>): Element =>
  isBody(name)
    ? x('collab', attributes, name.literal)
    : x(
        'name',
        { 'name-style': 'western', ...attributes },
        x('surname', name.family),
        name.given && x('given-names', name.given),
        name.suffix && x('suffix', name.suffix),
      );

/** `role`, as JATS4R has those of CRediT (https://jats4r.org/credit-taxonomy/). */
const creditRole = ({ role, degree }: Credit): Element =>
  x(
    'role',
    {
      vocab: 'credit',
      'vocab-identifier': creditScheme,
      'vocab-term': creditTerms[role],
      'vocab-term-identifier': creditUri(role),
      'degree-contribution': degree,
    },
    creditTerms[role],
  );

/** What is known of who took part: identifiers, then the name in both scripts. */
const identity = (article: Article, agent: Agent & Partial<Pick<Creator, 'romanised'>>): Element[] => [
  ...identifiersOf(agent).map(({ scheme, uri }) =>
    x(
      'contrib-id',
      { 'contrib-id-type': scheme.toLowerCase(), authenticated: scheme === 'ORCID' ? 'false' : undefined },
      uri,
    ),
  ),
  x(
    isOrganisation(agent) ? 'collab-alternatives' : 'name-alternatives',
    namesOfAgent(article, agent).map(({ tag, name, certainty }) =>
      jatsName(name, {
        'xml:lang': tag,
        'specific-use': certainty === 'certain' ? undefined : `certainty-${certainty}`,
      }),
    ),
  ),
];

/** Links to where somebody works. */
const toAffiliations = (agent: Agent, key: string): Element[] =>
  workplacesOf(agent).map((_, index) => x('xref', { 'ref-type': 'aff', rid: affiliationId(key, index) }));

/** `contrib` of an author: the name in both scripts, what is known of the person, links to affiliation and notes. */
const author = (article: Article, creator: Creator, number: number): Element =>
  x(
    'contrib',
    {
      'contrib-type': 'author',
      corresp: creator.corresponding ? 'yes' : undefined,
      'equal-contrib': creator.equal ? 'yes' : undefined,
    },
    identity(article, creator),
    creator.roles?.map(creditRole),
    creator.email && x('email', creator.email),
    toAffiliations(creator, String(number)),
    creator.corresponding ? x('xref', { 'ref-type': 'corresp', rid: `corresp${number}` }) : undefined,
    creator.lostNote ? x('xref', { 'ref-type': 'author-notes', rid: `fn-author${number}` }) : undefined,
  );

/** `contrib-group` of the authors, and of who else took part, each with the affiliations behind it. */
export function contributorGroups({ edition, article }: Pick<Subject, 'edition' | 'article'>): Element[] {
  const { creators } = article;
  const others = contributorsTo({ edition, article });
  return [
    x(
      'contrib-group',
      creators.map((creator, index) => author(article, creator, index + 1)),
    ),
    ...creators.flatMap((creator, index) => affiliations(creator, String(index + 1))),
    ...(others.length === 0
      ? []
      : [
          x(
            'contrib-group',
            { 'content-type': 'contributors' },
            others.map(({ kind, agent }, index) =>
              x(
                'contrib',
                {
                  'contrib-type': contributorTerms[kind].jats,
                  'specific-use': kind === 'edition-editor' ? 'edition' : undefined,
                },
                identity(article, agent),
                toAffiliations(agent, `c${index + 1}`),
              ),
            ),
          ),
          ...others.flatMap(({ agent }, index) => affiliations(agent, `c${index + 1}`)),
        ]),
  ];
}

const affiliationId = (key: string, index: number): string => `aff${key}${index === 0 ? '' : `-${index + 1}`}`;

/** `aff-alternatives`: each place at which somebody works, in the languages in which it is known. */
const affiliations = (agent: Agent, key: string): Element[] =>
  workplacesOf(agent).map(({ said, parts }, index) =>
    x(
      'aff-alternatives',
      { id: affiliationId(key, index) },
      textsOf(said).map(({ language, value: stated }) =>
        x('aff', { 'xml:lang': language }, parts ? affiliationParts(parts, language) : stated.value),
      ),
    ),
  );

/** An affiliation in parts, as JATS4R has them (https://jats4r.org/authors-affiliations/); between them what a reader wants there. */
const affiliationParts = (affiliation: Affiliation, language: string) =>
  partsIn(affiliation, language).flatMap(([part, text], index) => [
    ...(index > 0 ? [partComma(language)] : []),
    affiliationPart(affiliation, part, text),
  ]);

function affiliationPart({ ror, country }: Affiliation, part: string, text: string): Element {
  if (part === 'department') return x('institution', { 'content-type': 'dept' }, text);
  if (part === 'country') return x('country', { country }, text);
  if (part === 'city') return x('city', text);
  return x('institution-wrap', [
    x('institution', text),
    ror && x('institution-id', { 'institution-id-type': 'ror' }, rorAddress(ror)),
  ]);
}

/** `author-notes`: who answers for the article, and the notes on names whose text the source has lost. */
export function authorNotes(article: Article): Element | undefined {
  const { creators, language } = article;
  const words = wordsOf(language);
  const notes = creators.flatMap((creator, index) => [
    creator.corresponding &&
      x(
        'corresp',
        { id: `corresp${index + 1}` },
        words.corresponding,
        creator.email && [': ', x('email', creator.email)],
      ),
    creator.lostNote &&
      x(
        'fn',
        { id: `fn-author${index + 1}`, 'fn-type': 'other', 'specific-use': 'lost' },
        x('p', words.lostCreatorNote),
      ),
  ]);
  const given = [...notes, conflictNote(article)].filter((note) => typeof note === 'object');
  return given.length === 0 ? undefined : x('author-notes', given);
}
