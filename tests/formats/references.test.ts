import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { BibLatexParser } from 'biblatex-csl-converter';
import { beforeAll, describe, expect, test } from 'vitest';
import { coins } from '../../src/bibliography/coins.ts';
import { cslItem } from '../../src/bibliography/csl-item.ts';
import { readEndnoteTagged } from '../../src/bibliography/import/endnote.ts';
import { readRisExport } from '../../src/bibliography/import/ris.ts';
import { formatList } from '../../src/bibliography/references.ts';
import { type CitedWork, type Name, titlesOf, type Work, workTypes } from '../../src/bibliography/work.ts';
import { describeVersion } from '../../src/edition/describe.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { biblatex } from '../../src/formats/references/biblatex.ts';
import { bibtex } from '../../src/formats/references/bibtex.ts';
import { cslJson } from '../../src/formats/references/csl-json.ts';
import { endnote } from '../../src/formats/references/endnote.ts';
import { ris } from '../../src/formats/references/ris.ts';
import { harbour } from '../helpers/harbour.ts';
import { cited } from '../helpers/works.ts';

let works: (CitedWork | Work)[];
beforeAll(async () => {
  const edition = await harbour();
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
    for (const { name, writeWorks } of [bibtex, biblatex, ris, endnote]) {
      for (const work of cited()) {
        const file = plain(writeWorks([work]));
        expect(file, `${name} ${work.key}`).toContain(`Identification: ${work.identification}`);
        expect(file, `${name} ${work.key}`).toContain(`Cited as: ${work.printed.join(' | ')}`);
        const isDoubtful = ['partial', 'unidentified'].includes(work.identification);
        expect(file.includes((work.reason['en'] ?? '').replace(/\.$/, '')), `${name} ${work.key}`).toBe(isDoubtful);
      }
    }
    for (const work of cited()) {
      const { custom } = cslItem(work) as { custom?: Record<string, string> };
      expect(custom?.['identification'], work.key).toMatch(new RegExp(`^${work.identification}`));
      expect(custom?.['cited-as'], work.key).toBe(work.printed.join(' | '));
    }
  });

  test('is data for no other program', () => {
    const said = /Identification|Cited as|Remarks of the editors/;
    const files: readonly (readonly [string, unknown])[] = [
      ['BibTeX', new Cite(bibtex.writeWorks(works), { generateGraph: false }).data],
      ['BibLaTeX', new Cite(biblatex.writeWorks(works), { generateGraph: false }).data],
      [
        'RIS',
        (new Cite(ris.writeWorks(works), { generateGraph: false }).data as Item[]).map(
          // Research notes are notes to citation-js, where a reader finds them.
          ({ note: _, ...item }) => item,
        ),
      ],
      ['CSL-JSON', (JSON.parse(cslJson.writeWorks(works)) as Item[]).map(({ custom: _, ...item }) => item)],
    ];
    for (const [name, items] of files) {
      expect(items, name).toHaveLength(works.length);
      expect(JSON.stringify(items), name).not.toMatch(said);
    }
  });

  test('never begins as a pair of key and value, in no note of any export', () => {
    const pair = /^\W*[\p{L}][\p{L} _-]*:/u;
    const written = [bibtex, biblatex, ris, endnote].flatMap(({ name, writeWorks }) =>
      [
        ...writeWorks(works).matchAll(
          /^(?: {2}(?:note|comment|verbb|annote|addendum) = \{|(?:N1|RN) {2}- |%[Z<] )(.*)/gm,
        ),
      ].map(([, value = '']) => [name, value] as const),
    );
    const notes = works.flatMap((work) => (cslItem(work)['note'] === undefined ? [] : [String(cslItem(work)['note'])]));
    expect(written.length).toBeGreaterThanOrEqual(4 * works.length);
    expect(notes.length).toBeGreaterThan(0);
    for (const [name, value] of [...written, ...notes.map((note) => ['CSL-JSON', note] as const)])
      expect(value, name).not.toMatch(pair);
  });

  test('stands in no printed reference, and in no description of this edition', () => {
    for (const [, reference] of formatList(cited(), 'text')) expect(reference).not.toMatch(/Identification|Cited as/);
    const own = works.filter((work) => !('identification' in work));
    expect(own).toHaveLength(3);
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

test('an article in a magazine is one in every format that has a place for it, and BibLaTeX prints no «[magazine]»', () => {
  const lind: Work = { ...(works.find(({ key }) => key === 'lind2006') as Work), subtype: 'magazine' };
  expect(cslItem(lind)['type']).toBe('article-magazine');
  expect(bibtex.writeWorks([lind])).toMatch(/^@article\{/);
  expect(endnote.writeWorks([lind])).toMatch(/^%0 Magazine Article$/m);
  const [fromRis] = new Cite(ris.writeWorks([lind])).data as Item[];
  expect(fromRis).toMatchObject({ type: 'article-magazine', 'container-title': 'The Globalist' });
  const tex = biblatex.writeWorks([lind]);
  expect(tex).toMatch(/^@article\{/);
  expect(tex).not.toContain('entrysubtype');
  expect(tex).toContain('Kind: article in a magazine');
});

test('CSL-JSON has an English title in a place of its own, and none as the title that a translation was made of', () => {
  const work = works.find(({ key }) => key === 'fateminejad2022') as Work;
  expect(cslItem(work)).toMatchObject({
    title: work.title,
    custom: expect.objectContaining({ 'title-in-english': work.titleTranslated }),
  });
  for (const one of works) expect(cslItem(one)).not.toHaveProperty('original-title');
});

describe('a body is no person, and a name that is not parted stays whole, in', () => {
  const bodies = [
    'United Nations Security Council',
    'OSCE Minsk Group',
    'Ministry of War and Peace',
    'شورای امنیت سازمان ملل',
  ];
  const whole: Work = {
    ...hostile,
    author: { list: [...bodies.map((literal) => ({ literal })), { family: 'عباس‌زاده فتحی' }], others: false },
    editor: { list: [{ literal: 'World Bank Group' }, { family: 'Doe', given: 'Jane' }], others: false },
  };
  const names = [...bodies, 'عباس‌زاده فتحی'];
  const read = (list: unknown) =>
    (list as Record<string, string | undefined>[]).map(({ literal, family, given }) =>
      [literal ?? family, given].filter(Boolean).join('|'),
    );

  test.each([
    ['BibTeX', bibtex],
    ['BibLaTeX', biblatex],
    ['RIS', ris],
    ['CSL-JSON', cslJson],
  ] as const)('%s, read by citation-js', (_, { writeWorks }) => {
    const [item] = new Cite(writeWorks([whole])).data as Item[];
    expect(read(item?.author)).toEqual(names);
    expect(read(item?.['editor'])).toEqual(['World Bank Group', 'Doe|Jane']);
  });

  test('RIS and EndNote, whose rule is a comma at the end', () => {
    const lines = (file: string, tags: RegExp) =>
      [...file.matchAll(tags)].map(([, value = '']) => value.trim().replace(/,$/, ' $'));
    const expected = [...names, 'World Bank Group'].map((name) => `${name} $`);
    expect(lines(ris.writeWorks([whole]), /^(?:AU|A3) {2}- (.*)/gm)).toEqual([...expected, 'Doe, Jane']);
    expect(lines(endnote.writeWorks([whole]), /^%[AE] (.*)/gm)).toEqual([...expected, 'Doe, Jane']);
  });

  test('EndNote, which has no English title where refer has an author', () => {
    expect(endnote.writeWorks(works)).not.toMatch(/^%Q/m);
  });

  test.each(workTypes)('COinS of %s', (type) => {
    const pairs = coins({ ...whole, type })
      .split('&')
      .map((pair) => pair.split('=').map((part) => decodeURIComponent(part.replaceAll('+', ' '))));
    const said = pairs.flatMap(([key = '', value = '']) =>
      /^rft\.(?:au|creator|aucorp|aulast)$/.test(key) ? [[key, value] as const] : [],
    );
    expect(said.map(([, value]) => value.replace(/,$/, ''))).toEqual(names);
    // Whoever parts the name of a person at its spaces finds a comma; a body's key has none.
    for (const [key, value] of said) expect(value.endsWith(','), key).toBe(/^rft\.(?:au|creator)$/.test(key));
  });
});

test('RIS says what Zotero and EndNote read under the tags of each type', () => {
  const lines = (known: Parameters<typeof cited>[0]) => ris.writeWorks([cited(known)]).split('\r\n');
  const director = { director: { list: [{ family: 'Reel', given: 'Rosa' }], others: false } };
  expect(lines({ type: 'movie', author: undefined, contributors: director })).toContain('AU  - Reel, Rosa');
  const paper = lines({ type: 'inproceedings', container: 'Papers on Waves' });
  expect(paper).toEqual(expect.arrayContaining(['T2  - Papers on Waves', 'C3  - Papers on Waves']));
  expect(lines({ type: 'preprint', eprint: '2101.00001' })).toContain('UR  - https://arxiv.org/abs/2101.00001');
  expect(lines({ type: 'preprint', eprint: '2101.00001', doi: '10.5555/a' }).join()).not.toContain('UR  -');
  // Of a program, the language would be the one in which it is written.
  expect(lines({ type: 'software' }).join()).not.toContain('LA  -');
});

test('a film has its director where RIS and EndNote have authors, comes back with it, and says its author beside', () => {
  const names = (family: string) => ({ list: [{ family, given: 'Rosa' }], others: false });
  const film = cited({ type: 'movie', author: names('Pen'), contributors: { director: names('Reel') } });
  for (const [written, read] of [
    [ris.writeWorks([film]), readRisExport(ris.writeWorks([film]).replaceAll('\r', ''))],
    [endnote.writeWorks([film]), readEndnoteTagged(endnote.writeWorks([film]))],
  ] as const) {
    expect(written).toMatch(/^(?:AU {2}-|%A) Reel, Rosa\r?$/m);
    expect(written).toMatch(/^(?:RN {2}-|%<) .*Author: Pen, Rosa/m);
    expect(written).not.toContain('Director:');
    expect(read.works).toMatchObject([{ type: 'movie', people: { director: [{ family: 'Reel', given: 'Rosa' }] } }]);
    expect(read.works[0]?.author).toBeUndefined();
  }
  // Of a film whose director nobody names, who made it.
  expect(ris.writeWorks([cited({ type: 'movie', author: names('Pen') })])).toContain('AU  - Pen, Rosa');
});

test('EndNote has the DOI as the link too, which other readers of its files take, and an own address beside', () => {
  const url = 'https://a.example/1';
  expect(endnote.writeWorks([{ ...hostile, doi: '10.5555/a', url }])).toMatch(
    /^%R 10\.5555\/a\n%U https:\/\/doi\.org\/10\.5555\/a\n(?:.*\n)*?%< .*Address: https:\/\/a\.example\/1/m,
  );
  const [read] = readEndnoteTagged(endnote.writeWorks([{ ...hostile, doi: '10.5555/a' }])).works;
  expect(read?.fields).toMatchObject({ doi: '10.5555/a' });
  expect(read?.fields['url']).toBeUndefined();
  const plain = endnote.writeWorks([{ ...hostile, url }]);
  expect(plain).toContain(`%U ${url}\n`);
  expect(plain).not.toContain('Address:');
});

test('RIS makes no journal article of a work whose kind is not known', () => {
  const unknown = works.filter(({ type }) => type === 'misc');
  expect(unknown.length).toBeGreaterThan(0);
  const file = ris.writeWorks(unknown);
  expect(file).not.toMatch(/^TY {2}- (?:GEN|JOUR|UNPB)/m);
  for (const item of new Cite(file).data as Item[]) expect(item['type']).toBe('classic');
});

describe('characters that TeX treats specially', () => {
  test('come back as they were', () => {
    const [item] = new Cite(bibtex.writeWorks([hostile])).data as Item[];
    expect(text(item?.['title'])).toBe(text(hostile.title));
    expect(item?.author?.[1]).toEqual({ family: 'Ministry of #1 and 100% $' });
  });

  test('make no dash of two hyphens, and no quotation mark of two', () => {
    const work: Work = { ...hostile, title: "From 1990--91 to --- 'now'' and ``then''" };
    for (const write of [bibtex.writeWorks, biblatex.writeWorks]) {
      expect(write([work])).not.toMatch(/title = .*(?:--|''|``)/);
      expect((new Cite(write([work])).data as Item[])[0]?.['title']).toBe(work.title);
    }
    // Pages are a range all the same.
    expect(bibtex.writeWorks([{ ...work, pages: '58--79' }])).toContain('pages = {58--79}');
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
  expect(persian.length).toBeGreaterThan(5);
  for (const format of [bibtex, biblatex, ris, endnote]) {
    const written = format.writeWorks(persian);
    for (const work of persian) expect(written, `${format.name} ${work.key}`).toContain(work.title);
  }
});
