import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fullName } from '../../src/bibliography/work.ts';
import { pages, permanent } from '../../src/edition/addresses.ts';
import { type Article, type Edition, type Journal, latestVersion } from '../../src/edition/model.ts';
import { formats } from '../../src/formats/index.ts';
import { toLatinDigits } from '../../src/text/digits.ts';
import { formIn } from '../../src/text/languages.ts';
import { textOf, textsOf } from '../helpers/epub.ts';
import { harbour } from '../helpers/harbour.ts';

/** The other language of the made-up edition. */
const otherOf = (language: string) => (language === 'fa' ? 'en' : 'fa');

/** What a version's export says of it. A reader answers what its format has a place for; that must be there, and right. */
interface Said {
  /** In the article's language. */
  readonly title: string | undefined;
  /** `Given Family`, in the article's script, in order. */
  readonly creators: readonly string[];
  /** The same in the other script. */
  readonly creatorsOther: readonly string[];
  readonly date: string | undefined;
  readonly version: string | undefined;
  readonly address: string | undefined;
  readonly rights: string | undefined;
  /** The version of record, which this one derives from: its DOI where it is known, else its address. */
  readonly derivedFrom: string | undefined;
  readonly recordAddress: string | undefined;
}

type Reader = (file: string, article: Article) => Partial<Said>;

/** What a reader is given: of a book its package document. */
const fileOf = (written: string | Uint8Array): string =>
  written instanceof Uint8Array ? (textsOf(written).get('EPUB/package.opf') ?? '') : written;

const expected = (edition: Edition, article: Article): Said => {
  const version = latestVersion(article);
  const other = otherOf(article.language);
  return {
    title: article.titles[article.language]?.value,
    creators: article.creators.map(({ name }) => fullName(formIn(name, article.language))),
    creatorsOther: article.creators.map(({ name }) => fullName(formIn(name, other))),
    date: version.date,
    version: version.number,
    address: permanent(edition.site, pages.version(article.slug, version.number)),
    rights: article.rights.uri,
    derivedFrom: article.record?.doi?.value ?? article.record?.url,
    recordAddress: article.record?.url,
  };
};

const bareDoi = (text: string | undefined) => text?.replace('https://doi.org/', '');

/** `Family, Given` as `Given Family`. */
const upright = (name: string) => name.split(', ').toReversed().join(' ');

/** What a bibliographic format says in words: the version of record in its note, the names in Latin script in the remarks. */
const inWords = (note: string | undefined, remarks: string | undefined) => ({
  derivedFrom: bareDoi(
    /(?:^|\. )Edited from the version of record in .*?(https?:\/\/[^\s.;,}]\S*?)[\s.;,}]*(?=\s|$)/s.exec(
      note ?? '',
    )?.[1],
  ),
  creatorsOther: (
    /^Remarks of the editors\. Author in Latin script: (.*?)(?=\. (?:[A-Z][A-Za-z ]*: |Edited )|$)/.exec(
      remarks ?? '',
    )?.[1] ?? ''
  )
    .split('; ')
    .map(upright),
});

/** A field of a BibTeX entry, without its braces and escapes. */
const texField = (file: string, name: string) =>
  new RegExp(`^ {2}${name} = \\{(.*)\\},?$`, 'm').exec(file)?.[1]?.replace(/\\url|[{}\\]/g, '');
const texCreators = (file: string) => (texField(file, 'author') ?? '').split(' and ').map(upright);

/** The values of a tag in a format of tagged lines. */
const tagged = (file: string, tag: string, separator: string) =>
  file
    .split(/\r?\n/)
    .flatMap((line) => (line.startsWith(tag + separator) ? [line.slice(tag.length + separator.length)] : []));

const namespaces = {
  m: 'http://www.loc.gov/mods/v3',
  marc: 'http://www.loc.gov/MARC21/slim',
  dc: 'http://purl.org/dc/elements/1.1/',
  opf: 'http://www.idpf.org/2007/opf',
  d: 'http://datacite.org/schema/kernel-4',
  cr: 'http://www.crossref.org/schema/5.5.0',
  rel: 'http://www.crossref.org/relations.xsd',
  tei: 'http://www.tei-c.org/ns/1.0',
  xlink: 'http://www.w3.org/1999/xlink',
};

/** Reads an XML file: `all` answers every text that an XPath finds, `one` the first. */
function xml<T>(
  file: string,
  read: (find: { all: (xpath: string) => string[]; one: (xpath: string) => string | undefined }) => T,
): T {
  using document = XmlDocument.fromString(file);
  const all = (xpath: string) => document.find(xpath, namespaces).map((node) => node.content);
  return read({ all, one: (xpath) => all(xpath)[0] });
}

/** Given and family names that stand in lists of their own. */
const joined = (given: readonly string[], family: readonly string[]) =>
  family.map((name, index) => `${given[index]} ${name}`);

const readers: Readonly<Record<string, Reader>> = {
  bib: (file) => ({
    title: texField(file, 'title'),
    creators: texCreators(file),
    date: /Date: (\d{4}-\d\d-\d\d)/.exec(file)?.[1],
    version: /Version (\d+\.\d+\.\d+)/.exec(file)?.[1],
    address: texField(file, 'url'),
    ...inWords(texField(file, 'comment'), texField(file, 'comment')),
  }),
  'biblatex.bib': (file) => ({
    title: texField(file, 'title'),
    creators: texCreators(file),
    date: texField(file, 'date'),
    version: texField(file, 'version'),
    address: texField(file, 'url'),
    ...inWords(texField(file, 'verbb'), texField(file, 'verbb')),
  }),
  ris: (file) => ({
    title: tagged(file, 'TI', '  - ')[0],
    creators: tagged(file, 'AU', '  - ').map(upright),
    date: tagged(file, 'DA', '  - ')[0]?.replaceAll('/', '-').replace(/-$/, ''),
    version: tagged(file, 'ET', '  - ')[0],
    address: tagged(file, 'UR', '  - ')[0],
    ...inWords(tagged(file, 'N1', '  - ')[0], tagged(file, 'RN', '  - ')[0]),
  }),
  enw: (file) => ({
    title: tagged(file, '%T', ' ')[0],
    creators: tagged(file, '%A', ' ').map(upright),
    // `November 21` in %8, the year in %D.
    date: new Date(`${tagged(file, '%8', ' ')[0]} ${tagged(file, '%D', ' ')[0]} UTC`).toISOString().slice(0, 10),
    version: tagged(file, '%7', ' ')[0],
    address: tagged(file, '%U', ' ')[0],
    ...inWords(tagged(file, '%Z', ' ')[0], tagged(file, '%<', ' ')[0]),
  }),
  'csl.json': (file) => {
    const [item] = JSON.parse(file);
    return {
      title: item.title,
      creators: item.author.map((name: { family: string; given: string }) => `${name.given} ${name.family}`),
      date: item.issued['date-parts'][0].map((part: number) => String(part).padStart(2, '0')).join('-'),
      version: item.version,
      address: item.URL,
      ...inWords(item.note, undefined),
      creatorsOther: item.custom['author-in-latin-script'].split('; ').map(upright),
    };
  },
  jsonld: (file, { language }) => {
    const data = JSON.parse(file);
    const namesIn = (one: string) =>
      data.author.map(
        ({ name }: { name: { '@language': string; '@value': string }[] }) =>
          name.find((value) => value['@language'] === (one === 'en' ? 'fa-Latn' : one))?.['@value'],
      );
    return {
      title: data.headline,
      creators: namesIn(language),
      creatorsOther: namesIn(otherOf(language)),
      date: data.datePublished,
      version: data.version,
      address: data['@id'],
      rights: data.license,
      derivedFrom: bareDoi(data.isBasedOn['@id']),
      recordAddress: data.isBasedOn.url,
    };
  },
  txt: (file, { creators, journal, language }) => {
    const lines = file.split('\n');
    const record = lines.findIndex((line) => line.startsWith(formIn((journal as Journal).name, language)));
    return {
      title: lines[0],
      creators: lines.slice(record - creators.length, record).map((line) => line.split(/[،,]/)[0] ?? ''),
      version: toLatinDigits(file).match(/\s(\d+\.\d+\.\d+)[،,]/)?.[1],
      address: /https?:\S+\/articles\/\S+\/\d+\.\d+\.\d+\/(?=\s)/.exec(file)?.[0],
      rights: /http:\/\/rightsstatements\.org\/\S+/.exec(file)?.[0],
      derivedFrom: bareDoi(/https:\/\/doi\.org\/\S+|https?:\S+/.exec(`${lines[record + 1]} ${lines[record]}`)?.[0]),
      recordAddress: /https?:\S+/.exec(lines[record] ?? '')?.[0],
    };
  },
  md: (file) => {
    const data = parse(/^---\n(.*?)\n---\n/s.exec(file)?.[1] ?? '');
    return {
      title: data.title,
      creators: data.author,
      date: data.date,
      version: data.version,
      address: data.url,
      rights: data.rights,
      derivedFrom: bareDoi(data.source),
      recordAddress: file.split('\n').flatMap((line) => /^[^<]*\. <(https?:[^>]*)>$/.exec(line)?.[1] ?? [])[0],
    };
  },
  epub: (file) =>
    xml(file, ({ all, one }) => ({
      title: one('//dc:title'),
      creators: all('//dc:creator'),
      creatorsOther: all('//opf:meta[@property="alternate-script"][starts-with(@refines, "#creator")]'),
      date: one('//dc:date'),
      version: one('//opf:meta[@property="schema:version"]'),
      address: one('//dc:identifier'),
      rights: /http:\/\/rightsstatements\.org\/\S+/.exec(one('//dc:rights') ?? '')?.[0],
      derivedFrom: bareDoi(one('//dc:source')),
    })),
  'mods.xml': (file) =>
    xml(file, ({ all, one }) => ({
      title: one('/m:mods/m:titleInfo[not(@type)]/m:title'),
      creators: all('/m:mods/m:name/m:displayForm'),
      creatorsOther: all('/m:mods/m:name/m:alternativeName/m:displayForm'),
      date: one('/m:mods/m:originInfo/m:dateIssued'),
      version: one('/m:mods/m:originInfo/m:edition')?.replace('Version ', ''),
      address: one('/m:mods/m:identifier[@type="uri"]'),
      rights: one('/m:mods/m:accessCondition/@xlink:href'),
      derivedFrom:
        one('/m:mods/m:relatedItem[@type="otherVersion"]/m:identifier[@type="doi"]') ??
        one('/m:mods/m:relatedItem[@type="otherVersion"]/m:location/m:url'),
      recordAddress: one('/m:mods/m:relatedItem[@type="otherVersion"]/m:location/m:url'),
    })),
  'marc.xml': (file) =>
    xml(file, ({ all, one }) => {
      const subfield = (tag: string, code: string) => `//marc:datafield[@tag="${tag}"]/marc:subfield[@code="${code}"]`;
      const people = '[starts-with(marc:subfield[@code="6"], "100") or starts-with(marc:subfield[@code="6"], "700")]';
      return {
        title: one(subfield('245', 'a')),
        creators: all(`//marc:datafield[@tag="880"]${people}/marc:subfield[@code="a"]`).map(upright),
        creatorsOther: [...all(subfield('100', 'a')), ...all(subfield('700', 'a'))].map(upright),
        date: one(subfield('264', 'c')),
        version: one(subfield('250', 'a'))?.replace('Version ', ''),
        address: one('//marc:datafield[@tag="024"][marc:subfield[@code="2"]="uri"]/marc:subfield[@code="a"]'),
        rights: one(subfield('540', 'u')),
        derivedFrom: bareDoi(one(subfield('787', 'o'))),
        recordAddress: one('//marc:datafield[@tag="856"][@ind2="2"]/marc:subfield[@code="u"]'),
      };
    }),
  'dc.xml': (file, { language }) =>
    xml(file, ({ all, one }) => ({
      title: one(`//dc:title[@xml:lang="${language}"]`),
      creators: all(`//dc:creator[@xml:lang="${language}"]`).map(upright),
      creatorsOther: (
        /^Creators in Latin script: (.*)$/.exec(
          one('//dc:description[starts-with(., "Creators in Latin script: ")]') ?? '',
        )?.[1] ?? ''
      )
        .split('; ')
        .map((name) => upright(name.replace(/ \(.*\)$/, ''))),
      date: one('//dc:date'),
      address: one('//dc:identifier'),
      rights: one('//dc:rights'),
      derivedFrom: bareDoi(one('//dc:source')),
      // Other versions of the edition are relations too.
      recordAddress: [...all('//dc:relation'), ...all('//dc:source')].find((one) => !one.startsWith(edition.site)),
    })),
  'datacite.xml': (file) =>
    xml(file, ({ all, one }) => ({
      title: one('//d:titles/d:title[not(@titleType)]'),
      creators: joined(all('//d:creator/d:givenName'), all('//d:creator/d:familyName')),
      date: one('//d:dates/d:date[@dateType="Issued"]'),
      version: one('/d:resource/d:version'),
      address: one('//d:alternateIdentifier[@alternateIdentifierType="URL"]'),
      rights: one('//d:rights/@rightsURI'),
      derivedFrom: one('//d:relatedIdentifier[@relationType="IsDerivedFrom"]'),
    })),
  'datacite.json': (file) => {
    const data = JSON.parse(file);
    return {
      title: data.titles.find((title: { titleType?: string }) => !title.titleType).title,
      creators: data.creators.map(
        (one: { givenName: string; familyName: string }) => `${one.givenName} ${one.familyName}`,
      ),
      date: data.dates.find((one: { dateType: string }) => one.dateType === 'Issued').date,
      version: data.version,
      address: data.url,
      rights: data.rightsList[0].rightsUri,
      derivedFrom: data.relatedIdentifiers.find((one: { relationType: string }) => one.relationType === 'IsDerivedFrom')
        .relatedIdentifier,
    };
  },
  // Crossref has no place for the version's number and for rights that are no licence.
  'crossref.xml': (file) =>
    xml(file, ({ all, one }) => {
      const person = '//cr:posted_content/cr:contributors/cr:person_name';
      return {
        title: one('//cr:posted_content/cr:titles/cr:title'),
        creators: joined(all(`${person}/cr:given_name`), all(`${person}/cr:surname`)),
        creatorsOther: joined(all(`${person}//cr:name/cr:given_name`), all(`${person}//cr:name/cr:surname`)),
        date: ['year', 'month', 'day'].map((part) => one(`//cr:posted_date/cr:${part}`)).join('-'),
        address: one('//cr:doi_data/cr:resource'),
        derivedFrom: one('//rel:inter_work_relation[@relationship-type="isDerivedFrom"]'),
      };
    }),
  'jats.xml': (file) =>
    xml(file, ({ all, one }) => {
      const names = '//article-meta/contrib-group/contrib/name-alternatives/name';
      return {
        title: one('//article-meta/title-group/article-title'),
        creators: joined(all(`${names}[1]/given-names`), all(`${names}[1]/surname`)),
        creatorsOther: joined(all(`${names}[2]/given-names`), all(`${names}[2]/surname`)),
        date: one('//article-meta/pub-date/@iso-8601-date'),
        version: one('//article-meta//article-version[@vocab="SemVer"]'),
        address: one('//article-meta/self-uri/@xlink:href'),
        rights: one('//article-meta/permissions/license/@xlink:href'),
        derivedFrom: one('//article-meta/related-article/@xlink:href'),
        recordAddress: one('//article-meta/related-article/uri'),
      };
    }),
  'tei.xml': (file) =>
    xml(file, ({ all, one }) => {
      const names = '//tei:titleStmt/tei:author/tei:persName';
      const record = '//tei:sourceDesc/tei:biblStruct[@type="versionOfRecord"]';
      return {
        title: one('//tei:titleStmt/tei:title[@type="main"]'),
        creators: joined(all(`${names}[1]/tei:forename`), all(`${names}[1]/tei:surname`)),
        creatorsOther: joined(all(`${names}[2]/tei:forename`), all(`${names}[2]/tei:surname`)),
        date: one('//tei:publicationStmt/tei:date/@when'),
        version: one('//tei:editionStmt/tei:edition/@n'),
        address: one('//tei:publicationStmt/tei:idno[@type="URI"]'),
        rights: one('//tei:availability//@target'),
        derivedFrom: one(`${record}//tei:idno[@type="DOI"]`) ?? one(`${record}/tei:ptr/@target`),
        recordAddress: one(`${record}/tei:ptr/@target`),
      };
    }),
};

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

describe.each(formats.filter((format) => readers[format.extension]))(
  '$extension says what the model says',
  (format) => {
    test.each([0, 1])('of article %i', async (index) => {
      const article = edition.articles[index] as Article;
      const said = (readers[format.extension] as Reader)(
        fileOf(await format.write({ edition, article, version: latestVersion(article) })),
        article,
      );
      expect(expected(edition, article)).toMatchObject(said);
      for (const [what, value] of Object.entries(said)) expect(value, `${what} was not found`).toBeTruthy();
    });
  },
);

test('every format in XML or JSON has a reader here', () => {
  const structured = formats.filter((format) => /xml|json/.test(format.mediaType));
  expect(structured.map((format) => format.extension).filter((extension) => !readers[extension])).toEqual([]);
});

describe('the DOI of a version', () => {
  const withDoi = (registered: boolean): Edition => ({ ...edition, doi: { prefix: '10.1234', registered } });

  test.each(formats)('stands in $extension where it is registered', async (format) => {
    for (const article of edition.articles) {
      const file = textOf(await format.write({ edition: withDoi(true), article, version: latestVersion(article) }));
      expect(file).toContain(`10.1234/estenad.${article.slug}.${latestVersion(article).number}`);
    }
  });

  test.each(
    formats.filter(({ extension }) =>
      /^(txt|md|epub|pdf|bib|biblatex\.bib|ris|enw|csl\.json|jsonld|dc\.xml)$/.test(extension),
    ),
  )('does not stand in $extension where it is only reserved', async (format) => {
    for (const article of edition.articles) {
      expect(
        textOf(await format.write({ edition: withDoi(false), article, version: latestVersion(article) })),
      ).not.toContain('10.1234');
    }
  });
});
