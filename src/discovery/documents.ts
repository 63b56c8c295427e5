import { fullName } from '../bibliography/work.ts';
import { permanent } from '../edition/addresses.ts';
import { languagesOf, surelyTitled } from '../edition/describe.ts';
import { type Article, type Edition, latestVersion } from '../edition/model.ts';
import { type PassageKind, passagesOf } from '../search/passages.ts';
import { sayIn } from '../text/languages.ts';

/** A passage as a document of a discovery layer. */
export interface PassageDocument {
  /** The permanent address of the passage: that of the version's page, with the anchor. */
  readonly id: string;
  /** The edition's canonical address. */
  readonly edition: string;
  readonly publisher: string;
  /** The name of the article in its address. */
  readonly article: string;
  /** The permanent address of the version's page. */
  readonly version: string;
  readonly date: string;
  /** The titles of the article, in its language first. */
  readonly title: readonly string[];
  readonly creator: readonly string[];
  readonly rights: string;
  readonly kind: PassageKind;
  /** The years of the article with its title, those of a work with the work. */
  readonly years: readonly number[];
  /** Of each text. */
  readonly language: readonly string[];
  /** The text, or the texts where several stand at one address: the rows of a table, a title in two languages. */
  readonly text: readonly string[];
  /** What is searched beside each text, or nothing: other scripts of a name, printed forms of a work. */
  readonly also: readonly string[];
}

/** One document for each address of the article's latest version, in reading order. */
export function documentsOf(edition: Edition, article: Article): readonly PassageDocument[] {
  const passages = passagesOf({ ...edition, articles: [article] });
  const said = languagesOf(article);
  const about = {
    edition: edition.site,
    publisher: sayIn(edition.publisher, 'en'),
    article: article.slug,
    version: '',
    date: latestVersion(article).date,
    title: said.flatMap((language) => surelyTitled(article, language) ?? []),
    creator: article.creators.flatMap(({ name }) =>
      said.flatMap((language) => {
        const form = name[language];
        return form ? [fullName(form)] : [];
      }),
    ),
    rights: article.rights.uri,
  };
  return [...Map.groupBy(passages, ({ path }) => path)].map(([path, [first, ...others]]) => {
    if (!first) throw new Error(`no passage at ${path}`);
    const all = [first, ...others];
    const id = permanent(edition.site, path);
    return {
      id,
      ...about,
      version: id.replace(/#.*$/, ''),
      kind: first.kind,
      years: [...new Set(all.flatMap(({ years }) => years ?? []))],
      language: all.map(({ language }) => language),
      text: all.map(({ text }) => text),
      also: all.map(({ also }) => also),
    };
  });
}
