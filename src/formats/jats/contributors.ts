/** Who made the article, in JATS: `contrib`, `aff`, `author-notes`. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { isBody, type Name } from '../../bibliography/work.ts';
import { identifiersOf } from '../../edition/identifiers.ts';
import { type Article, type Creator, isOrganisation } from '../../edition/model.ts';
import { strings } from '../../locales/index.ts';
import { languages } from '../../text/languages.ts';
import { namesOfCreator } from '../full-text.ts';

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

/** `contrib`: the name in both scripts, what is known of the person, links to affiliation and notes. */
export function contributor(article: Article, creator: Creator, number: number): Element {
  const hasAffiliation = creator.affiliation.fa || creator.affiliation.en;
  return x(
    'contrib',
    { 'contrib-type': 'author', corresp: creator.corresponding ? 'yes' : undefined },
    identifiersOf(creator).map(({ scheme, uri }) =>
      x(
        'contrib-id',
        { 'contrib-id-type': scheme.toLowerCase(), authenticated: scheme === 'ORCID' ? 'false' : undefined },
        uri,
      ),
    ),
    x(
      isOrganisation(creator) ? 'collab-alternatives' : 'name-alternatives',
      namesOfCreator(article, creator).map(({ tag, name, certainty }) =>
        jatsName(name, {
          'xml:lang': tag,
          'specific-use': certainty === 'certain' ? undefined : `certainty-${certainty}`,
        }),
      ),
    ),
    creator.email && x('email', creator.email),
    hasAffiliation ? x('xref', { 'ref-type': 'aff', rid: `aff${number}` }) : undefined,
    creator.corresponding ? x('xref', { 'ref-type': 'corresp', rid: `corresp${number}` }) : undefined,
    creator.lostNote ? x('xref', { 'ref-type': 'author-notes', rid: `fn-author${number}` }) : undefined,
  );
}

/** `aff-alternatives`: the affiliation in the languages in which it is known. */
export function affiliation(creator: Creator, number: number): Element | undefined {
  const known = languages.flatMap((language) => {
    const stated = creator.affiliation[language];
    return stated ? [x('aff', { 'xml:lang': language }, stated.value)] : [];
  });
  return known.length === 0 ? undefined : x('aff-alternatives', { id: `aff${number}` }, known);
}

/** `author-notes`: who answers for the article, and the notes on names whose text the source has lost. */
export function authorNotes({ creators, language }: Article): Element | undefined {
  const words = strings[language];
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
  const given = notes.filter((note) => typeof note === 'object');
  return given.length === 0 ? undefined : x('author-notes', given);
}
