import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { linkset, linksOf, linksOfFiles } from '../../src/hosting/signposting.ts';
import { articleWith } from '../helpers/works.ts';

const links = linksOfFiles('https://trial.example/', 'a-tale', '1.0.0', formats);
const linkOf = (extension: string) => links.find(({ path }) => path === `articles/a-tale/1.0.0/a-tale.${extension}`);

describe('the link to a file of a version', () => {
  test.each(formats.map(({ extension }) => extension))('%s has its address and its media type', (extension) => {
    const { mediaType } = formats.find((format) => format.extension === extension) ?? { mediaType: '' };
    expect(linkOf(extension)).toMatchObject({
      relation: ['txt', 'md', 'pdf', 'epub'].includes(extension) ? 'item' : 'describedby',
      href: `https://trial.example/articles/a-tale/1.0.0/a-tale.${extension}`,
      type: mediaType.split(';')[0],
    });
  });

  test.each(['mods.xml', 'marc.xml', 'dc.xml', 'datacite.xml', 'crossref.xml', 'tei.xml'])(
    '%s has as profile the namespace of the file',
    async (extension) => {
      const format = formats.find((one) => one.extension === extension);
      using document = XmlDocument.fromString(String(await format?.write(await articleWith({}))));
      expect(document.root.namespaceUri).not.toBe('');
      expect(linkOf(extension)?.profile).toBe(document.root.namespaceUri);
    },
  );

  test('in JSON-LD has its vocabulary as profile, and others have none', () => {
    expect(linkOf('jsonld')?.profile).toBe('https://schema.org');
    for (const extension of ['jats.xml', 'datacite.json', 'bib', 'ris', 'csl.json', 'txt', 'epub'])
      expect(linkOf(extension)?.profile, extension).toBeUndefined();
  });
});

test('the links of a page lead to its files, and say what it is and under which rights', async () => {
  const subject = await articleWith({});
  const said = linksOf(subject).map(({ relation, href }) => `${relation} ${href}`);
  expect(said).toEqual(expect.arrayContaining(links.map(({ relation, href }) => `${relation} ${href}`)));
  expect(said).toEqual(
    expect.arrayContaining([
      'cite-as https://trial.example/articles/a-tale/1.0.0/',
      'type https://schema.org/AboutPage',
      'type https://schema.org/ScholarlyArticle',
      'license http://rightsstatements.org/vocab/CNE/1.0/',
      'collection https://trial.example/',
    ]),
  );
  expect(said.filter((one) => one.startsWith('author'))).toEqual([]);
});

test('the set of all links has those of each page of a version, and of each file the one back (RFC 9264)', async () => {
  const { edition } = await articleWith({});
  const contexts = linkset(edition).linkset as unknown as ({ anchor: string } & Record<string, unknown[]>)[];
  const site = 'https://trial.example/';
  const page = `${site}articles/a-tale/1.0.0/`;
  const pagesOf = ['', 'en/'].map((language) => `${site}${language}articles/a-tale/`);
  const own = contexts.filter(({ anchor }) => anchor.endsWith('/'));
  expect(own.map(({ anchor }) => anchor).sort()).toEqual([...pagesOf, ...pagesOf.map((one) => `${one}1.0.0/`)].sort());
  for (const context of own) {
    expect(context['cite-as']).toEqual([{ href: page }]);
    expect(context['item']).toEqual(expect.arrayContaining([{ href: `${page}a-tale.pdf`, type: 'application/pdf' }]));
    expect(context['item']).toHaveLength(4);
    expect(context['describedby']).toHaveLength(formats.length - 4);
    expect(context['describedby']).toContainEqual({
      href: `${page}a-tale.mods.xml`,
      type: 'application/mods+xml',
      profile: ['http://www.loc.gov/mods/v3'],
    });
    expect(context['latest-version']).toEqual([{ href: `${site}articles/a-tale/`, type: 'text/html' }]);
    expect(context['version-history']).toEqual([{ href: `${site}articles/a-tale/changes/`, type: 'text/html' }]);
    expect(context['collection']).toEqual([{ href: site, type: 'text/html' }]);
  }
  const back = [{ href: page, type: 'text/html' }];
  expect(contexts.filter((context) => !own.includes(context)).map(({ anchor, ...links }) => [anchor, links])).toEqual(
    links.map(({ href, relation }) => [href, relation === 'item' ? { collection: back } : { describes: back }]),
  );
});
