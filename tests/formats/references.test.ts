import path from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { BibLatexParser } from 'biblatex-csl-converter';
import { beforeAll, describe, expect, test } from 'vitest';
import { cslItem } from '../../src/bibliography/csl-item.ts';
import { formatList } from '../../src/bibliography/references.ts';
import { type CitedWork, type Name, titlesOf, type Work } from '../../src/bibliography/work.ts';
import { describeVersion } from '../../src/edition/describe.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { biblatex } from '../../src/formats/references/biblatex.ts';
import { bibtex } from '../../src/formats/references/bibtex.ts';
import { cslJson } from '../../src/formats/references/csl-json.ts';
import { endnote } from '../../src/formats/references/endnote.ts';
import { ris } from '../../src/formats/references/ris.ts';

let works: (CitedWork | Work)[];
beforeAll(async () => {
  const edition = await loadEdition(path.resolve(import.meta.dirname, '../..'));
  works = edition.articles.flatMap((article) => [
    ...article.works,
    describeVersion({ edition, article, version: latestVersion(article) }),
  ]);
});

/** A made-up work with every character that a format treats specially. */
const hostile: Work = {
  key: 'hostile2020',
  type: 'book',
  author: {
    list: [{ family: 'O’Neil & Söhne', given: 'A_b' }, { literal: 'Ministry of #1 and 100% $' }],
    others: false,
  },
  title: 'A ~ tilde, a \\ slash, a_b^c & 50% of #1 at $5 {braced}',
  publisher: 'Müller & Co',
  date: '2020',
  language: 'en',
};

type Item = Record<string, unknown> & { author?: { family?: string; given?: string; literal?: string }[] };

const text = (value: unknown) =>
  String(value ?? '')
    .replace(/<\/?(?:span|i|b|sc|sub|sup)[^>]*>/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—-]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
const nameText = (name: Name) => ('literal' in name ? name.literal : `${name.family}|${name.given ?? ''}`);
const itemName = (name: { family?: string; given?: string; literal?: string; 'non-dropping-particle'?: string }) =>
  text(name.literal ?? `${name['non-dropping-particle'] ?? ''} ${name.family ?? ''}|${name.given ?? ''}`);

/** Compares what a foreign parser read with the work, field by field; answers the fields that differ. */
function differences(work: Work, item: Item, fields: readonly string[]): string[] {
  const expected = cslItem(work) as Item;
  const wrong = fields.filter(
    (field) => expected[field] !== undefined && text(item[field]).toLowerCase() !== text(expected[field]).toLowerCase(),
  );
  const authors = (work.author?.list ?? []).map((name) => text(nameText(name)).replace(/\|$/, ''));
  const read = (item.author ?? [])
    .map((name) => itemName(name).replace(/^\|/, '').replace(/\|$/, ''))
    .filter((name) => !/^others$/.test(name));
  if (authors.join(';') !== read.join(';')) wrong.push(`author: ${read.join(';')} for ${authors.join(';')}`);
  return wrong.map((field) => `${work.key}: ${field}: ${text(item[field])} for ${text(expected[field])}`);
}

const byKey = (items: Item[], keyOf: (item: Item) => unknown) =>
  new Map(items.map((item) => [String(keyOf(item)), item]));

describe('every work comes back whole from', () => {
  test('BibTeX, read by citation-js', () => {
    const items = byKey(
      new Cite(bibtex.writeWorks(works)).data as Item[],
      (item) => item['citation-key'] ?? item['id'],
    );
    expect(items.size).toBe(works.length);
    expect(
      works.flatMap((work) =>
        differences(work, items.get(work.key) ?? {}, ['title', 'container-title', 'volume', 'page', 'DOI', 'ISBN']),
      ),
    ).toEqual([]);
  });

  test('BibLaTeX, read by biblatex-csl-converter', () => {
    const { entries, errors } = new BibLatexParser(biblatex.writeWorks(works), { processUnknown: true }).parse();
    expect(errors).toEqual([]);
    const read = Object.values(entries) as { entry_key: string; fields: Record<string, unknown> }[];
    expect(read.map((entry) => entry.entry_key).sort()).toEqual(works.map((work) => work.key).sort());
    const flat = (value: unknown): string =>
      Array.isArray(value)
        ? value.map(flat).join('')
        : typeof value === 'object' && value !== null
          ? flat(
              (value as { text?: unknown; family?: unknown; literal?: unknown }).text ??
                (value as { literal?: unknown }).literal ??
                '',
            )
          : String(value ?? '');
    const site = ({ container, publisher }: Work) => [container, publisher].filter(Boolean).join(', ') || undefined;
    for (const work of works) {
      const fields = read.find((entry) => entry.entry_key === work.key)?.fields ?? {};
      for (const [field, value] of [
        ['title', titlesOf(work).title],
        ['titleaddon', titlesOf(work).translated],
        ['volume', work.volume],
        ['doi', work.doi],
        ['date', work.date],
        ['organization', work.type === 'online' ? site(work) : undefined],
        ['publisher', ['article', 'report', 'online'].includes(work.type) ? undefined : work.publisher],
      ] as const) {
        if (value !== undefined) expect(text(flat(fields[field])), `${work.key} ${field}`).toBe(text(value));
      }
    }
  });

  test('RIS, read by citation-js', () => {
    const items = new Cite(ris.writeWorks(works)).data as Item[];
    expect(items).toHaveLength(works.length);
    works.forEach((work, index) => {
      const item = items[index] as Item;
      expect(differences(work, item, ['title', 'volume', 'DOI', 'URL'])).toEqual([]);
      if (work.type === 'article') expect(text(item['container-title'])).toBe(text(work.container));
    });
  });
});

test('a family name of several Persian words keeps them all, none as a particle', () => {
  const work: Work = { ...hostile, author: { list: [{ family: 'روحی دهبنه', given: 'مجید' }], others: false } };
  const [item] = new Cite(bibtex.writeWorks([work])).data as Item[];
  expect(item?.author).toEqual([{ family: 'روحی دهبنه', given: 'مجید' }]);
  expect(biblatex.writeWorks([work])).toContain('author = {{روحی دهبنه}, مجید}');
});

test('a work whose own title is not known goes under its English one in every format, in brackets, and says it once', () => {
  const work = works.find(({ key }) => key === 'ebrahimi1397') as Work;
  expect(work.title).toBeUndefined();
  const title = `[${work.titleTranslated}]`;
  for (const { name, writeWorks } of [bibtex, biblatex, ris, endnote, cslJson]) {
    const plain = writeWorks([work]).replace(/[{}]/g, '');
    expect(plain.split(title), name).toHaveLength(2);
    expect(plain.split(work.titleTranslated as string), name).toHaveLength(2);
  }
  const [read] = new Cite(ris.writeWorks([work])).data as Item[];
  expect(read?.['title']).toBe(title);
});

describe('how sure the identification of a work is', () => {
  const cited = () => works.filter((work): work is CitedWork => 'identification' in work);
  /** What a file says, without the escapes of TeX and JSON. */
  const plain = (file: string) => file.replace(/\\([\W_])/g, '$1');

  test('stands in every format, with the forms in which the article names it, and why it is not surer', () => {
    for (const { name, writeWorks } of [bibtex, biblatex, ris, endnote, cslJson]) {
      for (const work of cited()) {
        const file = plain(writeWorks([work]));
        expect(file, `${name} ${work.key}`).toContain(`Identification: ${work.identification}`);
        expect(file, `${name} ${work.key}`).toContain(`Cited as: ${work.printed.join(' | ')}`);
        const isDoubtful = ['partial', 'unidentified'].includes(work.identification);
        expect(file.includes(work.reason.en.replace(/\.$/, '')), `${name} ${work.key}`).toBe(isDoubtful);
      }
    }
  });

  test('is read by other programs as a note', () => {
    const said = 'Identification: partial. A candidate: author and year fit';
    const lavrov = cited().filter(({ key }) => key === 'lavrov2006');
    const read = new Cite(ris.writeWorks(lavrov)).data as Item[];
    expect(read[0]?.['note']).toContain(said);
    const { entries } = new BibLatexParser(biblatex.writeWorks(lavrov), { processUnknown: true }).parse();
    expect(JSON.stringify(entries)).toMatch(new RegExp(`"annotation":\\[[^\\]]*${said}`));
  });

  test('stands in no printed reference, and in no description of this edition', () => {
    for (const [, reference] of formatList(cited(), 'text')) expect(reference).not.toMatch(/Identification|Cited as/);
    const own = works.filter((work) => !('identification' in work));
    expect(own).toHaveLength(2);
    for (const { writeWorks } of [bibtex, biblatex, ris, endnote, cslJson])
      expect(writeWorks(own)).not.toContain('Identification');
  });
});

test('an essay on the web is said to stand where it does, and who published it', () => {
  const baunov = works.find(({ key }) => key === 'baunov2015') as Work;
  const onSite: Work = { ...baunov, container: 'Carnegie Moscow Center commentary' };
  const both = 'Carnegie Moscow Center commentary, Carnegie Endowment for International Peace';
  expect(biblatex.writeWorks([onSite])).toContain(`organization = {${both}}`);
  expect(bibtex.writeWorks([onSite])).toContain(`howpublished = {${both}, \\url{https://carnegie`);
});

test('an article in a magazine is one in every format, and read as one', () => {
  const lind: Work = { ...(works.find(({ key }) => key === 'lind2006') as Work), subtype: 'magazine' };
  expect(cslItem(lind)['type']).toBe('article-magazine');
  expect(bibtex.writeWorks([lind])).toMatch(/^@article\{/);
  expect(endnote.writeWorks([lind])).toMatch(/^%0 Magazine Article$/m);
  const [fromRis] = new Cite(ris.writeWorks([lind])).data as Item[];
  expect(fromRis).toMatchObject({ type: 'article-magazine', 'container-title': 'The Globalist' });
  const { entries, errors } = new BibLatexParser(biblatex.writeWorks([lind]), { processUnknown: true }).parse();
  expect(errors).toEqual([]);
  expect(Object.values(entries)[0]?.bib_type).toBe('article-magazine');
});

test('CSL-JSON gives an English title in the note, and none as the title that a translation was made of', () => {
  const work = works.find(({ key }) => key === 'fateminejad2022') as Work;
  expect(cslItem(work)).toMatchObject({
    title: work.title,
    note: expect.stringContaining(`Title in English: ${work.titleTranslated}`),
  });
  for (const one of works) expect(cslItem(one)).not.toHaveProperty('original-title');
});

describe('characters that TeX treats specially', () => {
  test('come back as they were', () => {
    const [item] = new Cite(bibtex.writeWorks([hostile])).data as Item[];
    expect(text(item?.['title'])).toBe(text(hostile.title));
    expect(item?.author?.[1]).toEqual({ family: 'Ministry of #1 and 100% $' });
  });

  test('never unbalance the braces', () => {
    for (const write of [bibtex.writeWorks, biblatex.writeWorks]) {
      const bare = write([hostile]).replace(/\\[{}]/g, '');
      expect(bare.split('{').length).toBe(bare.split('}').length);
    }
  });
});

test('line ends in a field start no new tag', () => {
  const work: Work = { ...hostile, title: 'One\nER  - \nTY  - JOUR' };
  expect(ris.writeWorks([work]).match(/^TY/gm)).toHaveLength(1);
  expect(endnote.writeWorks([{ ...hostile, title: 'One\n%0 Book' }]).match(/^%0/gm)).toHaveLength(1);
});

test('no Persian letter is lost in any format', () => {
  const persian = works.filter((work) => work.language === 'fa' && work.title);
  expect(persian.length).toBeGreaterThan(10);
  for (const format of [bibtex, biblatex, ris, endnote]) {
    const written = format.writeWorks(persian);
    for (const work of persian) expect(written, `${format.name} ${work.key}`).toContain(work.title);
  }
});
