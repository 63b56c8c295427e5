import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fullName, isBody } from '../bibliography/work.ts';
import { filePath, pages, permanent } from '../edition/addresses.ts';
import { affiliationsIn, workplacesOf } from '../edition/affiliations.ts';
import { termsOf } from '../edition/article-types.ts';
import type { ContributorKind } from '../edition/contributor-kinds.ts';
import { abstractOf, surelyTitled, translatedTitles } from '../edition/describe.ts';
import { identifiersOf, identifiersOfFunder, rorAddress } from '../edition/identifiers.ts';
import {
  type Agent,
  type Article,
  contributorsTo,
  type Edition,
  latestVersion,
  type Subject,
  subjectsOf,
  type VersionOfRecord,
} from '../edition/model.ts';
import { type SupplementaryFile, supplementsOf } from '../edition/supplements.ts';
import { mediaTypeOf } from '../hosting/media-types.ts';
import { formIn, formsOf, saidForm, sayIn, type Texts, textIn, textsOf } from '../text/languages.ts';
import { type BuiltFile, builtFiles, filesBelow, type KnownFiles } from './catalog.ts';
import { lists } from './lists.ts';

/** The first other name beside the English one, or beside what stands for it. */
const otherName = (texts: Texts): string | undefined => {
  const said = textIn(texts, 'en');
  return textsOf(texts).find(({ language }) => language !== said.language)?.value;
};

const refer = (id: string) => ({ '@id': id });

const recordId = (record: VersionOfRecord): string => (record.doi ? `https://doi.org/${record.doi.value}` : record.url);

const localId = (article: Article, index: number): string => `#${article.slug}-author-${index + 1}`;

/** An agent by an address of its own if there is one. */
const idOf = (agent: Agent, local: string): string => identifiersOf(agent)[0]?.uri ?? local;

/** An agent and its affiliations as entities (RO-Crate 1.2, contextual entities); names in the article's language first. */
function agentEntities({ language }: Article, agent: Agent, local: string) {
  const [, ...others] = identifiersOf(agent).map(({ uri }) => uri);
  const { language: own, value: name } = saidForm(agent.name, language);
  const other = formsOf(agent.name).find((form) => form.language !== own)?.value;
  const places = affiliationsIn({ language }, agent, language);
  const parts = workplacesOf(agent).map((place) => place.parts);
  const placeId = (at: number) =>
    parts[at]?.ror ? rorAddress(parts[at].ror) : `${local}-affiliation${at === 0 ? '' : `-${at + 1}`}`;
  return [
    {
      '@id': idOf(agent, local),
      '@type': isBody(name) ? 'Organization' : 'Person',
      sameAs: others.length > 0 ? others : undefined,
      name: fullName(name),
      alternateName: other && fullName(other),
      ...(isBody(name) ? {} : { familyName: name.family, givenName: name.given, honorificSuffix: name.suffix }),
      affiliation: places.length > 1 ? places.map((_, at) => refer(placeId(at))) : places[0] && refer(placeId(0)),
    },
    // Whoever works there: of several departments of one institution the institution is one entity.
    ...places.map(({ stated }, at) => ({
      '@id': placeId(at),
      '@type': 'Organization',
      name: parts[at] ? formIn(parts[at].institution, language) : stated.value,
    })),
  ];
}

/** The authors of an article and their affiliations. */
const people = (article: Article) =>
  article.creators.flatMap((creator, index) => agentEntities(article, creator, localId(article, index)));

/** The property by which a version leads to who took part in it. */
const participations: Readonly<Record<ContributorKind, 'contributor' | 'editor' | 'translator'>> = {
  editor: 'editor',
  'edition-editor': 'editor',
  translator: 'translator',
  reviewer: 'contributor',
};

/** Who took part beside the authors; an editor of the edition is one entity for all its articles. */
function participantsIn({ edition, article }: Pick<Subject, 'edition' | 'article'>) {
  const own = article.contributors?.length ?? 0;
  return contributorsTo({ edition, article }).map(({ kind, agent }, index) => ({
    property: participations[kind],
    agent,
    local: index < own ? `#${article.slug}-contributor-${index + 1}` : `#editor-${index - own + 1}`,
  }));
}

/** References to those who took part, by property. */
function participation(subject: Subject) {
  const all = participantsIn(subject);
  const of = (property: string) => {
    const found = all.filter((one) => one.property === property);
    return found.length > 0 ? found.map(({ agent, local }) => refer(idOf(agent, local))) : undefined;
  };
  return { editor: of('editor'), translator: of('translator'), contributor: of('contributor') };
}

/** The funders of an article and their awards as entities, and the references to them. */
function moneyOf({ slug, language, funding = [] }: Article) {
  const funders = funding.map((one, index) => {
    const [first, ...others] = identifiersOfFunder(one).map(({ uri }) => uri);
    return {
      '@id': first ?? `#${slug}-funder-${index + 1}`,
      '@type': 'Organization',
      sameAs: others.length > 0 ? others : undefined,
      name: formIn(one.funder, language),
    };
  });
  const grants = funding.flatMap(({ awards = [] }, index) =>
    awards.map(({ number, title, url }, at) => ({
      '@id': url ?? `#${slug}-grant-${index + 1}-${at + 1}`,
      '@type': 'Grant',
      identifier: number,
      name: title && formIn(title, language),
      funder: refer(funders[index]?.['@id'] ?? ''),
    })),
  );
  const references = (entities: readonly { readonly '@id': string }[]) =>
    entities.length > 0 ? entities.map((entity) => refer(entity['@id'])) : undefined;
  return { entities: [...funders, ...grants], funder: references(funders), funding: references(grants) };
}

/** A version: the folder of its files, which is a scholarly article at once. */
function versionEntity(subject: Subject, files: readonly BuiltFile[]) {
  const { edition, article, version } = subject;
  const { language } = article;
  const { funder, funding } = moneyOf(article);
  const folder = pages.version(article.slug, version.number);
  return {
    '@id': folder,
    '@type': ['Dataset', termsOf(article).schemaOrg],
    additionalType: termsOf(article).coar.uri,
    name: surelyTitled(article, language) ?? article.slug,
    alternateName: translatedTitles(article)[0]?.value,
    abstract: abstractOf(version, language),
    description: sayIn(version.summary, 'en'),
    inLanguage: language,
    version: version.number,
    datePublished: version.date,
    url: permanent(edition.site, folder),
    author: article.creators.map((creator, index) => refer(idOf(creator, localId(article, index)))),
    ...participation(subject),
    funder,
    funding,
    publisher: refer('#publisher'),
    license: refer(article.rights.uri),
    copyrightNotice: sayIn(article.rights.note, language),
    isBasedOn: article.record && refer(recordId(article.record)),
    hasPart: filesBelow(files, folder).map((file) => refer(encodeURI(file.path))),
  };
}

/** The version of record, if the edition is made from one. */
const recordEntity = (article: Article) =>
  article.record
    ? [
        {
          '@id': recordId(article.record),
          '@type': termsOf(article).schemaOrg,
          name: surelyTitled(article, article.language) ?? article.slug,
          url: article.record.url,
          datePublished: article.record.year?.value.gregorian,
        },
      ]
    : [];

/** A file; of a supplementary one what the article says of it, in the language of the article. */
const fileEntity = (file: BuiltFile, stated?: SupplementaryFile & { readonly language: string }) => ({
  '@id': encodeURI(file.path),
  '@type': 'File',
  name: stated ? sayIn(stated.title, stated.language) : path.posix.basename(file.path),
  description: stated?.description && sayIn(stated.description, stated.language),
  license: stated?.licence && refer(stated.licence.uri),
  encodingFormat: mediaTypeOf(file.path).split(';')[0],
  contentSize: String(file.bytes),
  sha256: file.sha256,
});

/** A build as an RO-Crate (https://w3id.org/ro/crate/1.2): flattened JSON-LD, every file described, the versions as folders. */
export function roCrate(edition: Edition, files: readonly BuiltFile[]) {
  const versions = subjectsOf(edition).map((subject) => versionEntity(subject, files));
  const inVersions = new Set(versions.flatMap((version) => version.hasPart.map((part) => part['@id'])));
  // The edition's own words describe a statement that articles make too; theirs are the notices of their versions.
  const rights = new Map([...edition.articles, edition].map((one) => [one.rights.uri, one.rights]));
  const supplements = new Map(
    subjectsOf(edition).flatMap(({ article, version }) =>
      supplementsOf(version).map(
        (file) =>
          [
            filePath(article.slug, version.number, file.name),
            { ...file, language: version.metadata.language },
          ] as const,
      ),
    ),
  );
  const licences = new Map(
    [...supplements.values()].flatMap(({ licence }) => (licence ? [[licence.uri, licence]] : [])),
  );
  // A person of several articles who has an ORCID is one entity.
  const persons = new Map<string, { readonly '@id': string }>(
    edition.articles.flatMap(people).map((entity) => [entity['@id'], entity]),
  );
  for (const article of edition.articles)
    for (const entity of [
      ...participantsIn({ edition, article }).flatMap(({ agent, local }) => agentEntities(article, agent, local)),
      ...moneyOf(article).entities,
    ])
      if (!persons.has(entity['@id'])) persons.set(entity['@id'], entity);
  return {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': lists.crate,
        '@type': 'CreativeWork',
        conformsTo: refer('https://w3id.org/ro/crate/1.2'),
        about: refer('./'),
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: sayIn(edition.name, 'en'),
        alternateName: otherName(edition.name),
        description: sayIn(edition.description, 'en'),
        url: edition.site,
        datePublished: edition.articles
          .map((article) => latestVersion(article).date)
          .sort()
          .at(-1),
        publisher: refer('#publisher'),
        license: refer(edition.rights.uri),
        copyrightNotice: sayIn(edition.rights.note, 'en'),
        hasPart: [
          ...versions.map((version) => refer(version['@id'])),
          ...files.map((file) => refer(encodeURI(file.path))).filter((file) => !inVersions.has(file['@id'])),
        ],
      },
      {
        '@id': '#publisher',
        '@type': 'Organization',
        name: sayIn(edition.publisher, 'en'),
        alternateName: otherName(edition.publisher),
      },
      ...[...rights.values()].map(({ uri, name, note }) => ({
        '@id': uri,
        '@type': 'CreativeWork',
        name: sayIn(name, 'en'),
        description: sayIn(note, 'en'),
      })),
      ...[...licences.values()]
        .filter(({ uri }) => !rights.has(uri))
        .map(({ uri, name }) => ({ '@id': uri, '@type': 'CreativeWork', name: name.en })),
      ...versions,
      ...edition.articles.flatMap(recordEntity),
      ...persons.values(),
      ...files.map((file) => fileEntity(file, supplements.get(file.path))),
    ],
  };
}

/** Writes `/ro-crate-metadata.json`, which describes all files but itself and those that are made after it. */
export async function writeRoCrate(edition: Edition, folder: string, known?: KnownFiles): Promise<void> {
  const files = await builtFiles(folder, Object.values(lists), known);
  await writeFile(path.join(folder, lists.crate), `${JSON.stringify(roCrate(edition, files), null, 2)}\n`);
}
