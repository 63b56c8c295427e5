import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inLanguage, pages } from '../../src/edition/addresses.ts';
import type { Edition } from '../../src/edition/model.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';

let edition: Edition;

beforeAll(async () => {
  edition = await harbour();
});

/** The item of each work in a list of the built edition, by key. */
async function itemsOf(page: string): Promise<ReadonlyMap<string, string>> {
  const html = await readFile(path.join(site, page, 'index.html'), 'utf8');
  return new Map(
    [...html.matchAll(/<li id="ref-([^"]+)"[^>]*>(.*?)<\/li>/gs)].map(([, key = '', item = '']) => [key, item]),
  );
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replaceAll('&#x26;', '&');

describe.each(['fa', 'en'] as const)('the reason of an identification (%s)', (language) => {
  const words = {
    fa: {
      from: 'برگرفته از: ',
      comma: '، ',
      'own knowledge': 'دانش ویراستاران (جست‌وجو نشده)',
      'the article': 'خود مقاله',
    },
    en: {
      from: 'Based on: ',
      comma: ', ',
      'own knowledge': 'editors’ knowledge (not looked up)',
      'the article': 'the article',
    },
  }[language];

  test('says where the work was looked up, wherever it stands, with links to addresses', async () => {
    const all = await itemsOf(inLanguage(pages.bibliography, language, 'fa'));
    for (const { slug, works } of edition.articles) {
      const own = await itemsOf(inLanguage(pages.source(slug), language, 'fa'));
      for (const { key, seen } of works) {
        const hostOf = (one: string) => new URL(one).host.replace(/^www\./, '');
        const said = seen
          .map((one) => words[one as 'the article'] ?? (one.startsWith('http') ? hostOf(one) : one))
          .join(words.comma);
        for (const item of [own.get(key) ?? '', all.get(key) ?? '']) {
          expect(textOf(item), key).toContain(`${words.from}${said}.`);
          for (const one of seen.filter((place) => place.startsWith('http')))
            expect(item.replaceAll('&#x26;', '&'), key).toContain(
              `<a href="${one}" rel="external noreferrer"><bdi dir="ltr">${hostOf(one)}</bdi></a>`,
            );
        }
      }
    }
  });
});

test.each([
  ['bibliography/', 'ارجاع در: کوه‌پیما و آذرپناه، بند ', 'ارجاع در: سپهری راد و دریابندی، بند '],
  ['en/bibliography/', 'Cited in: Kuhpeyma & Azarpanah, ¶', 'Cited in: Sepehri Rad & Daryabandi, ¶'],
])('the list of all works, %s, names the article that cites a work', async (page, markets, routes) => {
  const items = await itemsOf(page);
  expect(textOf(items.get('ababakr2021') ?? '')).toContain(markets);
  expect(textOf(items.get('jervis1985') ?? '')).toContain(routes);
  const cited = page.startsWith('en') ? /Cited in: [A-Z]/ : /ارجاع در: (?:[آ-ی]|Example)/;
  for (const [key, item] of items) expect(textOf(item), key).toMatch(cited);
});
