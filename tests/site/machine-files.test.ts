import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { familyName } from '../../src/bibliography/work.ts';
import { bookOfAll } from '../../src/edition/addresses.ts';
import type { Article, Edition } from '../../src/edition/model.ts';
import { listFiles } from '../../src/files.ts';
import type { Format } from '../../src/formats/format.ts';
import { formats, worksFormats } from '../../src/formats/index.ts';
import { mediaTypeOf } from '../../src/hosting/media-types.ts';
import { linkset } from '../../src/hosting/signposting.ts';
import { builtFiles, catalog, writeCatalog, writeManifest } from '../../src/site/catalog.ts';
import { lists } from '../../src/site/lists.ts';
import { writeMachineFiles } from '../../src/site/machine-files.ts';
import { staticRepository } from '../../src/site/oai/static.ts';
import { roCrate } from '../../src/site/ro-crate.ts';
import { sitemaps } from '../../src/site/sitemap.ts';
import { formIn } from '../../src/text/languages.ts';
import { restated } from '../helpers/articles.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { schemas } from '../helpers/schemas.ts';

let edition: Edition;
let folder: string;

const read = (file: string) => readFile(path.join(folder, file), 'utf8');
const json = async (file: string) => JSON.parse(await read(file));
const sha256 = async (file: string) =>
  createHash('sha256')
    .update(await readFile(path.join(folder, file)))
    .digest('hex');

/** The file of the build that a permanent address leads to. */
const fileOf = (address: string): string => {
  expect(address.startsWith(edition.site), address).toBe(true);
  const own = decodeURI(address.slice(edition.site.length));
  return own === '' || own.endsWith('/') ? `${own}index.html` : own;
};

/** The strings that an XPath finds in a document. */
function textsAt(xml: string, xpath: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document
    .find(xpath, {
      s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      h: 'http://www.w3.org/1999/xhtml',
      sr: 'http://www.openarchives.org/OAI/2.0/static-repository',
      oai: 'http://www.openarchives.org/OAI/2.0/',
    })
    .map((node) => node.content);
}

beforeAll(async () => {
  xmlRegisterFsInputProviders();
  edition = await harbour();
  folder = await mkdtemp(path.join(tmpdir(), 'estenad-machine-'));
  await cp(site, folder, { recursive: true });
  await writeMachineFiles(edition, folder);
  await writeCatalog(edition, folder);
  await writeManifest(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The edition with one article changed. */
const withArticle = (change: (article: Article) => Article): Edition => ({
  ...edition,
  articles: edition.articles.map((article, index) => (index === 0 ? restated(change(article)) : article)),
});

describe('the manifest', () => {
  test('is accepted by sha256sum', () => {
    const { status, stdout, stderr } = spawnSync('sha256sum', ['--strict', '-c', lists.manifest], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('index.html: OK');
  });

  test('names every file but itself, sorted', async () => {
    const named = (await read(lists.manifest))
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect(named).toEqual(listFiles(folder).filter((file) => file !== lists.manifest));
    expect(named).toContain(lists.worker);
  });
});

describe('the catalog', () => {
  test('lists every file but those made after it, as it lies on the disk', async () => {
    const { files } = await json(lists.catalog);
    const after: string[] = [lists.catalog, lists.manifest];
    expect(files.map((file: { path: string }) => file.path)).toEqual(
      listFiles(folder).filter((file) => !after.includes(file)),
    );
    for (const file of files) {
      expect(file.url).toBe(`${edition.site}${file.path}`);
      const content = await readFile(path.join(folder, file.path));
      expect(file.bytes, file.path).toBe(content.length);
      expect(file.sha256, file.path).toBe(await sha256(file.path));
    }
  });

  test('lists the book of the whole edition', async () => {
    const { files } = await json(lists.catalog);
    const book = files.find((file: { path: string }) => file.path === bookOfAll);
    expect(book?.mediaType).toBe('application/epub+zip');
  });

  test('names the titles, versions and files of each article', async () => {
    const { articles } = await json(lists.catalog);
    expect(articles.map((article: { slug: string }) => article.slug)).toEqual(edition.articles.map(({ slug }) => slug));
    for (const [index, article] of edition.articles.entries()) {
      const listed = articles[index];
      expect(listed.title.fa).toBe(article.titles.fa?.value);
      // A title that is not sure is not given.
      expect(listed.title.en).toBe(article.titles.en?.certainty === 'uncertain' ? undefined : article.titles.en?.value);
      for (const [at, version] of article.versions.entries()) {
        const { number, date, files } = listed.versions[at];
        expect([number, date]).toEqual([version.number, version.date]);
        const names = (group: string) => files[group].map((file: { path: string }) => path.basename(file.path)).sort();
        // The source itself is offered beside what is made of it, and the style that the Markdown is cited in.
        const extensions = [...formats.map(({ extension }) => extension), 'mdx', 'csl'];
        expect(names('formats')).toEqual(extensions.map((extension) => `${article.slug}.${extension}`).sort());
        expect(names('citations')).toEqual(
          (article.language === 'fa' ? ['en.', 'record.', 'record.en.'] : ['record.'])
            .flatMap((what) => worksFormats.map(({ extension }) => `${what}${extension}`))
            .concat('record.mods.xml')
            .map((extension) => `${article.slug}.${extension}`)
            .sort(),
        );
        expect(names('references')).toContain(`${article.slug}.references.csl.json`);
        expect(files.pages.map((file: { path: string }) => file.path)).toContain(
          `en/articles/${article.slug}/${number}/index.html`,
        );
      }
    }
  });

  test('knows the media type of every file', async () => {
    for (const file of listFiles(folder)) {
      const type = mediaTypeOf(file);
      if (type === 'application/octet-stream') expect(file).toMatch(/^search\/(?:more\/)?pagefind\//);
      for (const format of formats) {
        if (/^articles\/.*\.references\./.test(file)) continue;
        const [article] = edition.articles.filter(({ slug }) => file.endsWith(`/${slug}.${format.extension}`));
        if (article) expect(type, file).toBe(format.mediaType);
      }
    }
    expect(mediaTypeOf('articles/a/1.0.0/a.references.csl.json')).toBe(mediaTypeOf('a/b.csl.json'));
    expect(mediaTypeOf('linkset.json')).toBe('application/linkset+json');
  });
});

describe('the sitemap', () => {
  test('names pages that are there, each with its languages and last change', async () => {
    const xml = await read('sitemap.xml');
    const pages = textsAt(xml, '//s:url/s:loc');
    expect(new Set(pages).size).toBe(pages.length);
    for (const page of pages) expect(existsSync(path.join(folder, fileOf(page))), page).toBe(true);
    for (const { slug, versions } of edition.articles) {
      for (const { number, date } of versions) {
        const page = `${edition.site}en/articles/${slug}/${number}/`;
        expect(textsAt(xml, `//s:url[s:loc='${page}']/s:lastmod`)).toEqual([date]);
        expect(textsAt(xml, `//s:url[s:loc='${page}']/h:link/@hreflang`)).toEqual(['fa', 'en', 'x-default']);
      }
    }
  });

  test('agrees with the pages on what their other languages are', async () => {
    const xml = await read('sitemap.xml');
    for (const page of textsAt(xml, '//s:url/s:loc')) {
      const html = await read(fileOf(page));
      const inPage = [...html.matchAll(/<link rel="alternate" hreflang="[^"]*" href="([^"]*)"/g)].map(
        (match) => match[1],
      );
      expect(textsAt(xml, `//s:url[s:loc='${page}']/h:link/@href`), page).toEqual(inPage);
    }
  });

  test('is named in robots.txt, which forbids nothing', async () => {
    expect(await read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${edition.site}sitemap.xml\n`);
  });

  test('stays well-formed whatever the address of the site', () => {
    const odd = { ...edition, site: "https://e.example/a&b'c/" };
    expect(textsAt(sitemaps(odd).get('sitemap.xml') as string, '//s:url/s:loc')[0]).toBe("https://e.example/a&b'c/");
  });
});

describe('the linkset', () => {
  interface Target {
    href: string;
    type?: string;
    profile?: string[];
  }
  type Context = { anchor: string } & Record<string, Target[]>;
  const contexts = (of: Edition) => linkset(of).linkset as unknown as Context[];
  const contextOf = (of: Edition, anchor: string) => contexts(of).find((one) => one.anchor === anchor) as Context;
  const versionPage = () => `${edition.site}articles/${edition.articles[0]?.slug}/1.0.0/`;

  test('has the links of every page of a version, to files that are there', async () => {
    const written: { linkset: Context[] } = await json('linkset.json');
    expect(written).toEqual(linkset(edition));
    for (const { anchor, ...relations } of written.linkset) {
      expect(existsSync(path.join(folder, fileOf(anchor))), anchor).toBe(true);
      for (const target of Object.values(relations).flat() as Target[]) {
        if (target.href.startsWith(edition.site))
          expect(existsSync(path.join(folder, fileOf(target.href))), target.href).toBe(true);
      }
    }
    const shown = edition.articles.flatMap(({ slug, versions }) => [
      { slug, page: `articles/${slug}/`, number: versions.at(-1)?.number },
      ...versions.flatMap(({ number }) =>
        ['', 'en/'].map((root) => ({ slug, page: `${root}articles/${slug}/${number}/`, number })),
      ),
    ]);
    for (const { slug, page, number } of shown) {
      const context = contextOf(edition, edition.site + page);
      expect(context['cite-as'], page).toEqual([{ href: `${edition.site}articles/${slug}/${number}/` }]);
      const described = [...(context['describedby'] ?? []), ...(context['item'] ?? [])];
      expect(described.map(({ href }) => href).sort(), page).toEqual(
        formats.map(({ extension }) => `${edition.site}articles/${slug}/${number}/${slug}.${extension}`).sort(),
      );
      for (const { type } of described) expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    }
  });

  test('has the same links as the head of each page', async () => {
    // Facts of the page that are none of its Signposting: its style, its icons, its other languages, its exports by name.
    const others =
      /^(?:stylesheet|preload|icon|apple-touch-icon|manifest|canonical|alternate|search|schema\.DC|linkset)$/;
    for (const { anchor, ...relations } of contexts(edition).filter((one) => one['cite-as'])) {
      const expected = Object.entries(relations as Record<string, Target[]>).flatMap(([relation, targets]) =>
        targets.map(({ href, type = '' }) => `${relation} ${href} ${type}`),
      );
      const html = await read(fileOf(anchor));
      const inHead = [...html.matchAll(/<link rel="([^"]*)" href="([^"]*)"(?: type="([^"]*)")?/g)]
        .filter(([, relation = '']) => !others.test(relation))
        .map(([, relation, href = '', type = '']) => `${relation} ${new URL(href, anchor).href} ${type}`);
      expect(inHead.sort(), anchor).toEqual(expected.sort());
    }
  });

  test('leads from each file back to its page', () => {
    const text = contextOf(edition, `${versionPage()}${edition.articles[0]?.slug}.txt`);
    expect(text['collection']).toEqual([{ href: versionPage(), type: 'text/html' }]);
    const metadata = contextOf(edition, `${versionPage()}${edition.articles[0]?.slug}.jsonld`);
    expect(metadata['describes']).toEqual([{ href: versionPage(), type: 'text/html' }]);
  });

  test('cites by a DOI only when it is registered', () => {
    const doi = { prefix: '10.1234', registered: false };
    expect(contextOf({ ...edition, doi }, versionPage())['cite-as']).toEqual([{ href: versionPage() }]);
    const registered = contextOf({ ...edition, doi: { ...doi, registered: true } }, versionPage());
    expect(registered['cite-as']?.[0]?.href).toMatch(/^https:\/\/doi\.org\/10\.1234\//);
  });

  test('names authors only by an ORCID that is known', () => {
    const known = withArticle((article) => ({
      ...article,
      creators: article.creators.map((creator, index) =>
        index === 0 ? { ...creator, orcid: '0000-0002-1825-0097' } : creator,
      ),
    }));
    expect(contextOf(known, versionPage())['author']).toEqual([{ href: 'https://orcid.org/0000-0002-1825-0097' }]);
    const unknown = withArticle((article) => ({
      ...article,
      creators: article.creators.map((creator) => ({ ...creator, orcid: undefined })),
    }));
    expect(contextOf(unknown, versionPage())['author']).toBeUndefined();
  });
});

describe('the OAI-PMH static repository', () => {
  /** Formats that stand for those of the edition, with what is hard to carry: markup in text, a doctype, no namespace. */
  const stub = (extension: string, content: string): Format => ({
    name: extension,
    extension,
    mediaType: 'application/xml',
    write: () => `<?xml version="1.0" encoding="UTF-8"?>\n${content}\n`,
  });
  const dc = stub(
    'dc.xml',
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>a &lt; b &amp; ]]&gt;</dc:title></oai_dc:dc>',
  );
  const jats = stub('jats.xml', '<!DOCTYPE article PUBLIC "a" "b">\n<article><p>text</p></article>');
  const ofStubs = async () => (await staticRepository(edition, [jats, dc])) as string;

  test('has a record for every version in every format that is registered, and only these', async () => {
    const xml = await ofStubs();
    expect(textsAt(xml, '//oai:metadataPrefix')).toEqual(['oai_dc', 'jats']);
    expect(textsAt(xml, '//sr:ListRecords/@metadataPrefix')).toEqual(['oai_dc', 'jats']);
    const versions = edition.articles.flatMap((article) =>
      article.versions.map((version) => `oai:harbour.example:${article.slug}/${version.number}`),
    );
    expect(textsAt(xml, '//oai:identifier')).toEqual([...versions, ...versions]);
  });

  test('holds what a format wrote unchanged, in the namespace that it says', async () => {
    const xml = await ofStubs();
    expect(textsAt(xml, '//*[local-name()="title"]')[0]).toBe('a < b & ]]>');
    expect(textsAt(xml, '//*[local-name()="article" or local-name()="p"][namespace-uri()=""]')).toEqual([]);
    for (const [index, namespace] of textsAt(xml, '//oai:metadataNamespace').entries()) {
      const own = `//sr:ListRecords[${index + 1}]/oai:record/oai:metadata`;
      expect(textsAt(xml, `${own}/*[namespace-uri()='${namespace}']`)).toHaveLength(textsAt(xml, own).length);
    }
  });

  test('is not made without Dublin Core, which OAI-PMH demands', async () => {
    expect(await staticRepository(edition, [jats])).toBeUndefined();
    expect(existsSync(path.join(folder, 'oai.xml'))).toBe(true);
  });

  test('of this edition is well-formed, its metadata in the namespaces that it says', async () => {
    const xml = await read('oai.xml');
    for (const [index, namespace] of textsAt(xml, '//oai:metadataNamespace').entries()) {
      const own = `//sr:ListRecords[${index + 1}]/oai:record/oai:metadata`;
      expect(textsAt(xml, `${own}/*[namespace-uri()='${namespace}']`)).toHaveLength(textsAt(xml, own).length);
    }
  });

  test('is what a gateway can answer with by the OAI-PMH schema', needing(schemas.oai), async () => {
    // A static repository's parts are those of OAI-PMH responses, so each is put into one.
    const wrapper = `<schema xmlns="http://www.w3.org/2001/XMLSchema">
      <import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="OAI-PMH.xsd"/>
      <import namespace="http://www.openarchives.org/OAI/2.0/oai-identifier" schemaLocation="oai-identifier.xsd"/>
    </schema>`;
    using schema = XmlDocument.fromString(wrapper, { url: path.join(path.dirname(schemas.oai.entry), 'wrapper.xsd') });
    using validator = XsdValidator.fromDoc(schema);
    const xml = (await staticRepository(edition)) ?? (await ofStubs());
    const parts = ['Identify', 'ListMetadataFormats', 'ListRecords'];
    for (const verb of parts) {
      const found = new RegExp(`<${verb}[ >].*?</${verb}>`, 's').exec(xml)?.[0] as string;
      const part = found
        .replace(/^<[^>]*>/, `<oai:${verb}>`)
        .replace(new RegExp(`</${verb}>$`), `</oai:${verb}>`)
        // What stands in a record is held against the schemas of the formats by their own tests.
        .replaceAll(/<oai:metadata>.*?<\/oai:metadata>/gs, '');
      using response = XmlDocument.fromString(
        `<oai:OAI-PMH xmlns:oai="http://www.openarchives.org/OAI/2.0/"><oai:responseDate>2026-01-01T00:00:00Z</oai:responseDate><oai:request verb="${verb}">${edition.site}oai.xml</oai:request>${part}</oai:OAI-PMH>`,
      );
      expect(() => validator.validate(response), verb).not.toThrow();
    }
  });
});

describe('the RO-Crate', () => {
  interface Entity {
    '@id': string;
    '@type': string | string[];
    [property: string]: unknown;
  }

  test('describes the files and versions of the build', async () => {
    const crate = await json(lists.crate);
    const entities: Entity[] = crate['@graph'];
    const byId = new Map(entities.map((entity) => [entity['@id'], entity]));
    expect(byId.size).toBe(entities.length);
    expect(byId.get('ro-crate-metadata.json')).toMatchObject({
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': './' },
    });
    const root = byId.get('./') as Entity;
    for (const property of ['name', 'description', 'datePublished', 'license', 'hasPart'])
      expect(root[property], property).toBeDefined();
    // Every reference leads to an entity of the crate, and every data entity is reached from the root.
    const reached = new Set<string>();
    const visit = (id: string) => {
      const entity = byId.get(id);
      expect(entity, id).toBeDefined();
      reached.add(id);
      for (const part of (entity?.['hasPart'] ?? []) as Entity[]) if (!reached.has(part['@id'])) visit(part['@id']);
    };
    visit('./');
    for (const entity of entities) {
      for (const [property, value] of Object.entries(entity)) {
        if (property === 'conformsTo') continue;
        for (const one of [value].flat() as Entity[])
          if (one?.['@id']) expect(byId.has(one['@id']), one['@id']).toBe(true);
      }
      if (entity['@type'] !== 'File') continue;
      expect(reached.has(entity['@id']), entity['@id']).toBe(true);
      const file = decodeURI(entity['@id']);
      expect(entity['sha256'], file).toBe(await sha256(file));
      expect(entity['contentSize'], file).toBe(String((await readFile(path.join(folder, file))).length));
      expect(entity['encodingFormat'], file).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    }
    const files = entities.filter((entity) => entity['@type'] === 'File').map((entity) => decodeURI(entity['@id']));
    const others: string[] = Object.values(lists);
    expect(files).toEqual(listFiles(folder).filter((file) => !others.includes(file)));
    for (const { slug, creators, versions } of edition.articles) {
      const version = byId.get(`articles/${slug}/${versions.at(-1)?.number}/`) as Entity;
      expect((version['author'] as Entity[]).map((one) => byId.get(one['@id'])?.['familyName'])).toEqual(
        creators.map((creator) => familyName(formIn(creator.name, 'fa'))),
      );
    }
  });

  test('is as flat as RO-Crate asks: an entity holds texts and references', async () => {
    const { '@graph': entities } = roCrate(edition, await builtFiles(folder, Object.values(lists)));
    for (const entity of entities) {
      for (const value of Object.values(entity).flat()) {
        if (typeof value === 'object') expect(Object.keys(value as object)).toEqual(['@id']);
      }
    }
  });
});

describe('the permission page', () => {
  test.each(['lockss/index.html', 'en/lockss/index.html'])(
    '%s gives both statements and leads to every version',
    async (page) => {
      const html = await read(page);
      expect(html).toContain(
        'LOCKSS system has permission to collect, preserve, and serve this open access Archival Unit',
      );
      expect(html).toContain(
        'CLOCKSS system has permission to ingest, preserve, and serve this open access Archival Unit',
      );
      const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) =>
        path.posix.join(path.dirname(page), match[1] ?? ''),
      );
      const root = page.startsWith('en/') ? 'en/' : '';
      for (const { slug, rights, versions } of edition.articles) {
        for (const { number } of versions) expect(links).toContain(`${root}articles/${slug}/${number}/index.html`);
        expect(html).toContain(rights.uri);
      }
    },
  );
});

test('the files are the same when they are made twice', async () => {
  const before = await builtFiles(folder, []);
  await writeMachineFiles(edition, folder);
  await writeCatalog(edition, folder);
  await writeManifest(folder);
  expect(await builtFiles(folder, [])).toEqual(before);
  const files = await builtFiles(folder, [lists.catalog, lists.manifest]);
  expect(JSON.parse(JSON.stringify(catalog(edition, files)))).toEqual(await json(lists.catalog));
});
