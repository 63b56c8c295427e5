import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Edition, Rights } from '../../src/edition/model.ts';
import { catalog } from '../../src/site/catalog.ts';
import { readme } from '../../src/site/readme.ts';
import { roCrate } from '../../src/site/ro-crate.ts';
import { restated } from '../helpers/articles.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';

let edition: Edition;
/** The edition with an article that states other rights than the edition. */
let mixed: Edition;

const open: Rights = {
  uri: 'https://creativecommons.org/licenses/by/4.0/',
  name: { fa: 'CC BY 4.0', en: 'CC BY 4.0' },
  note: { fa: 'با مجوز نویسنده.', en: 'Licensed by the author.' },
};

beforeAll(async () => {
  edition = await harbour();
  const articles = edition.articles.map((article, index) =>
    index === 0 ? restated({ ...article, rights: open }) : article,
  );
  mixed = { ...edition, articles };
});

describe('the rights of the edition as a whole', () => {
  test('are those of the crate; a version has its own', () => {
    const { '@graph': entities } = roCrate(mixed, []);
    const entity = (id: string) => entities.find((one) => one['@id'] === id);
    const { uri, name, note } = edition.rights;
    expect(entity('./')).toMatchObject({ license: { '@id': uri }, copyrightNotice: note.en });
    expect(entity(uri)).toMatchObject({ name: name.en, description: note.en });
    const [first, second] = mixed.articles.map(({ slug }) => entity(`articles/${slug}/1.0.0/`));
    expect(first).toMatchObject({ license: { '@id': open.uri }, copyrightNotice: open.note.fa });
    expect(second).toMatchObject({ license: { '@id': uri }, copyrightNotice: edition.articles[1]?.rights.note.fa });
    expect(entity(open.uri)).toMatchObject({ name: open.name.en });
  });

  test('stand in the catalog beside those of each article', () => {
    const { rights, articles } = catalog(mixed, []);
    expect([rights, ...articles.map((article) => article.rights)]).toEqual([
      edition.rights.uri,
      open.uri,
      ...edition.articles.slice(1).map((article) => article.rights.uri),
    ]);
  });

  test('stand in the README, with the articles that state others', () => {
    const text = readme(mixed);
    for (const language of ['fa', 'en'] as const) {
      const { name, note, uri } = edition.rights;
      expect(text).toContain(`${name[language]}: ${uri}\n${note[language]}\n- sea-routes: CC BY 4.0: ${open.uri}\n`);
    }
    expect(readme(edition)).not.toContain('- sea-routes:');
  });

  test.each(['about/', 'en/about/', 'lockss/', 'en/lockss/'])('stand on the page %s', async (page) => {
    const html = await readFile(path.join(site, page, 'index.html'), 'utf8');
    const language = page.startsWith('en/') ? 'en' : 'fa';
    expect(html).toContain(edition.rights.name[language]);
    expect(html).toContain(edition.rights.note[language]);
    expect(html).toContain(`href="${edition.rights.uri}"`);
  });
});
