import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Article,
  type Edition,
  latestVersion,
  type Version,
  type VersionOfRecord,
} from '../../src/edition/model.ts';
import { formats } from '../../src/formats/index.ts';
import { restated } from '../helpers/articles.ts';
import { textsOf } from '../helpers/epub.ts';
import { harbour } from '../helpers/harbour.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

const stated = <T>(value: T) => ({ value, certainty: 'certain', from: 'source' }) as const;
const both = (value: string) => ({ fa: value, en: value });

/** Each metadata field by name, as a change of an article and its version that puts a text into it. */
const fields: Readonly<Record<string, (article: Article, text: string) => Article>> = {
  title: (article, text) => ({ ...article, titles: { fa: stated(text), en: stated(text) } }),
  family: (article, text) => withName(article, { family: text, given: 'Ann' }),
  given: (article, text) => withName(article, { family: 'Writer', given: text }),
  affiliation: (article, text) => ({
    ...article,
    creators: article.creators.map((creator) => ({ ...creator, affiliation: { fa: stated(text), en: stated(text) } })),
  }),
  journal: (article, text) => ({ ...article, journal: { name: both(text), publisher: both(text) } }),
  volume: (article, text) => ({
    ...article,
    record: { ...(article.record as VersionOfRecord), volume: stated(text), issue: stated(text) },
  }),
  keyword: (article, text) => ({ ...article, keywords: { fa: [text], en: [text] } }),
  rights: (article, text) => ({ ...article, rights: { ...article.rights, name: both(text), note: both(text) } }),
  summary: (article, text) => ({
    ...article,
    versions: article.versions.map((version): Version => ({ ...version, summary: both(text) })),
  }),
};

function withName(article: Article, name: { family: string; given: string }): Article {
  return { ...article, creators: article.creators.map((creator) => ({ ...creator, name: { fa: name, en: name } })) };
}

const markup = '<b a="1">&amp; & ]]> <!-- -- --> <![CDATA[ " \' ` { } \\ % $ # \u200f\u202e\u2067\u2069\u200e &#0;';

/**
 * Fails if a file is ill-formed.
 *
 * @returns the text of an XML file, the values of a JSON file; nothing of other files
 */
function parsed(mediaType: string, file: string | Uint8Array): string | undefined {
  if (file instanceof Uint8Array) return /epub/.test(mediaType) ? parsedBook(file) : undefined;
  if (/xml/.test(mediaType)) {
    using document = XmlDocument.fromString(file);
    return document.root.content;
  }
  if (!/json/.test(mediaType)) return undefined;
  const texts: string[] = [];
  JSON.parse(file, (_, value) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

/** The text of a book, every file of which is parsed. */
const parsedBook = (book: Uint8Array): string =>
  [...textsOf(book)]
    .flatMap(([name, text]) => (/\.(?:xhtml|opf|xml)$/.test(name) ? [parsed('application/xml', text)] : []))
    .join('\n');

/** Writes the article, or answers the refusal. */
async function attempt(format: (typeof formats)[number], article: Article): Promise<string | Uint8Array | Error> {
  try {
    // What is tried is what is said of the article: to leave out most of its text saves most of the time.
    const { versions } = restated(article);
    const short = { ...article, versions: versions.map((one) => ({ ...one, body: one.body.slice(0, 5) })) };
    return await format.write({ edition, article: short, version: latestVersion(short) });
  } catch (error) {
    return error as Error;
  }
}

/** How a refusal may call each field: as the model or as the standard does. */
const names: Readonly<Record<string, RegExp>> = {
  title: /title/i,
  family: /family|surname|name/i,
  given: /given/i,
  affiliation: /affiliation|institution/i,
};

const isBinary = ({ mediaType }: (typeof formats)[number]) => /pdf|zip/.test(mediaType);

describe.each(formats)('$extension', (format) => {
  test.each(Object.keys(fields))('markup and direction marks in %s are text, or the field is named', async (field) => {
    // A PDF or a book takes a second: one stands for all.
    for (const article of isBinary(format) ? edition.articles.slice(0, 1) : edition.articles) {
      const change = fields[field] as (typeof fields)[string];
      const written = await attempt(format, change(article, markup));
      if (written instanceof Error) {
        expect(written).toBeInstanceOf(RangeError);
        expect(written.message).toMatch(names[field] ?? new RegExp(field, 'i'));
        continue;
      }
      const text = parsed(format.mediaType, written);
      if (text !== undefined && field === 'title') expect(text).toContain(markup);
    }
  });

  test.each([
    ['a control', '\u0001'],
    ['a lone surrogate', '\ud800'],
    ['a noncharacter', '\uffff'],
  ])('%s is refused or escaped, never written into ill-formed XML or JSON', async (_, character) => {
    for (const field of Object.keys(fields)) {
      const change = fields[field] as (typeof fields)[string];
      const written = await attempt(format, change(edition.articles[0] as Article, `${character} after`));
      if (written instanceof Error) expect(written).toBeInstanceOf(RangeError);
      else parsed(format.mediaType, written);
    }
  });

  test('a title of 10 000 characters is whole, or refused by name', async () => {
    const title = 'بسیار دراز '.repeat(1000).trim().slice(0, 10_000);
    const written = await attempt(
      format,
      (fields['title'] as (typeof fields)[string])(edition.articles[0] as Article, title),
    );
    if (written instanceof Error) expect(written.message).toMatch(/title/i);
    // What a reader finds in a PDF or an EPUB is tried in their own tests.
    else if (!isBinary(format)) {
      expect(parsed(format.mediaType, written) ?? written).toContain(title);
    }
  });
});
