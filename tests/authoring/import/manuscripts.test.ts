/** Manuscripts as articles, by the command: small ones, each with the kinds of things that its format has. Pandoc starts once for all. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Said } from '../../../src/cli/new-command.ts';
import { type Block, type Inline, plainText, walkInlines } from '../../../src/edition/model.ts';
import { type Desk, makeDesk } from '../../helpers/desk.ts';
import { writeEdition } from '../../helpers/edition.ts';
import { png } from '../../helpers/figures.ts';

const bib = `@article{Wood2011-kn,
  author = {Wood, Ann and Hill, Bo},
  title = {Lamps},
  journal = {Coastal Notes},
  year = {2011},
}

@book{DBLP:books/doe,
  author = {Doe, Jane},
  title = {Lights},
  year = {2010},
}

@book{unread,
  author = {Roe, Max},
  title = {Nobody},
  year = {2012},
}
`;

const joss = `---
title: 'Lamplight: a *lamp* for two coasts'
tags:
  - lamps
  - coasts
authors:
  - name: Ann van der Wood
    orcid: 0000-0002-1825-0097
    affiliation: "1, 2"
    corresponding: true
  - name: Bo Hill
    affiliation: 2
affiliations:
  - name: Society of Harbours
    index: 1
  - name: University of Lights
    index: 2
bibliography: paper.bib
---

# Summary

A lamp [@Wood2011-kn, p. 12; @DBLP:books/doe] burns^[All night.] at $10\\,\\mathrm{m}$ and costs $5 (see \\autoref{fig:lamp} and \\ref{eq:heat}). As @Wood2011-kn [p. 3-5] say, \`lamp.jl\` shines.

$$E = mc^2 \\label{eq:heat}$$

![A lamp with two wicks.\\label{fig:lamp}](figures/lamp.png)

![The other lamp.](figures/gone.png)

Depth   Light
------- ------
1       **2**

: Depths. {#tbl:depths}

# Words {#sec-words}

Term
:   What it means.

\`\`\`julia
shine()
\`\`\`

> Quoted words.

| Roses are red
| Violets are blue

See [the summary](#summary), and H~2~O, ~~gone~~, <!-- hidden --> [@nobody].

# Acknowledgements

We thank the keepers.

# References
`;

const inlinesOf = (blocks: readonly Block[]): Inline[] =>
  blocks.flatMap((block) => ('children' in block ? [...walkInlines(block.children)] : []));

describe('a paper in Markdown with the front matter of JOSS', () => {
  let desk: Desk;
  let said: Said;

  beforeAll(async () => {
    const files = { 'paper.md': joss, 'paper.bib': bib, 'figures/lamp.png': await png(8, 4) };
    desk = await makeDesk(files, writeEdition);
    said = await desk.take('paper.md');
  }, 60_000);

  afterAll(() => rm(desk.root, { recursive: true, force: true }));

  test('becomes an article that passes check, with its facts', async () => {
    const { made, files } = desk;
    const { status, stdout, stderr } = said;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/came in: \d+ paragraphs, 1 note, 2 figures, 1 table, 2 formulas, 3 citations, 2 works/);
    const { article, version } = await made();
    expect(article).toMatchObject({
      language: 'en',
      titles: { en: { value: 'Lamplight: a lamp for two coasts', from: 'authors' } },
      keywords: { en: ['lamps', 'coasts'] },
      creators: [
        {
          name: { en: { family: 'van der Wood', given: 'Ann' } },
          orcid: '0000-0002-1825-0097',
          corresponding: true,
          affiliation: { en: { value: 'Society of Harbours; University of Lights' } },
        },
        { name: { en: { family: 'Hill', given: 'Bo' } }, corresponding: false },
      ],
    });
    expect(version.open.map(({ what }) => what)).toEqual([
      'files/lamp.png does not say what it shows',
      'files/gone.png is not there',
      'files/gone.png does not say what it shows',
    ]);
    expect(files()).toContain('content/articles/made/files/lamp.png');
  });

  test('keeps the keys of its works, cites them as CSL prints them, and its pages', async () => {
    const { version } = await desk.made();
    expect(version.works.map(({ key }) => key)).toEqual(['Wood2011-kn', 'doe2010']);
    expect(version.citations.map(({ key, locator, children }) => [key, locator, plainText(children)])).toEqual([
      ['Wood2011-kn', '12', 'Wood & Hill, 2011, p. 12'],
      ['doe2010', undefined, 'Doe, 2010'],
      ['Wood2011-kn', '3-5', 'Wood and Hill (2011, pp. 3–5)'],
    ]);
    const [first] = version.body.filter((block) => block.type === 'paragraph');
    expect(first && plainText(first.children)).toContain(
      'A lamp (Wood & Hill, 2011, p. 12; Doe, 2010) burns at 10\\,\\mathrm{m} and costs $5 (see Figure 1 and 1).',
    );
  });

  test('keeps blocks of every kind', async () => {
    const { version } = await desk.made();
    expect(version.body.map(({ type }) => type)).toEqual(
      'heading paragraph formula figure figure table heading definitions listing quotation verse paragraph part'.split(
        ' ',
      ),
    );
    const targets = inlinesOf(version.body).flatMap((inline) =>
      inline.type === 'crossReference' ? [inline.target] : [],
    );
    expect(targets).toEqual(['fig1', 'eq1', 's1']);
    expect(version.body.at(-1)).toMatchObject({ kind: 'acknowledgements' });
    expect(version.body).toContainEqual(
      expect.objectContaining({ type: 'listing', language: 'julia', value: 'shine()' }),
    );
  });

  test('says what was lost or is doubtful, each with its line in the text', async () => {
    const { root, take, files } = await makeDesk({ 'paper.md': joss, 'paper.bib': bib });
    const { stdout } = await take('paper.md');
    const text = (await readFile(path.join(root, 'content/articles/made/1.0.0.mdx'), 'utf8')).split('\n');
    const lineOf = (words: string) => text.findIndex((line) => line.includes(words)) + 1;
    const file = 'content/articles/made/1.0.0.mdx';
    for (const said of [
      'paper.bib: the key DBLP:books/doe cannot stay; the work is doe2010 now',
      'paper.bib: the text does not cite, and so the edition does not list, unread',
      `${file}:${lineOf('H~2~O')}: words were struck out; they stand as others do, at "gone"`,
      `${file}:${lineOf('H~2~O')}: a comment was left out, at "<!-- hidden -->"`,
      `${file}:${lineOf('H~2~O')}: the list of references has no work "nobody"; the citation is plain words`,
      'the image figures/lamp.png is not there: put it into the folder files/ of the article as lamp.png',
    ])
      expect(stdout).toContain(said);
    expect(files()).not.toContainEqual(expect.stringContaining('/files/'));
  });
});

describe('what is refused, with nothing written', () => {
  test.each([
    ['a file that is not there', 'none.md', /file not found/],
    ['an empty one', 'empty.md', /empty\.md is empty/],
    ['one with macros', 'letter.docm', /holds macros.*\n.*save it as \.docx/],
    ['one of an old Word', 'old.doc', /old Word/],
    ['what no reader knows', 'a.xyz', /none of the files that are read/],
    ['a packed file by another name', 'packed.md', /packed file/],
    ['text in no encoding', 'broken.md', /is not UTF-8 text/],
  ])('%s', async (_, name, why) => {
    const { take, files } = await makeDesk({
      'empty.md': ' \n',
      'letter.docm': 'x',
      'old.doc': 'x',
      'a.xyz': 'x',
      'packed.md': 'PK\x03\x04 and more',
      'broken.md': new Uint8Array([0x61, 0x80, 0xff, 0x62]),
    });
    const before = files();
    const { status, stdout, stderr } = await take(name);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(why);
    expect(stderr).toContain('Nothing was written.');
    expect(files()).toEqual(before);
  });

  test('an article that is there already, two works of one key, a list of references that is not there, another language', async () => {
    const { take, files } = await makeDesk({
      'a.md': 'Words [@doe].\n',
      'twice.bib':
        '@book{doe, title={A}, author={Doe, A}, year=2010}\n@book{doe, title={B}, author={Doe, B}, year=2011}\n',
    });
    const before = files();
    const said = async (...more: readonly string[]) => (await take('a.md', ...more)).stderr;
    const { root } = await makeDesk({});
    expect(await said('--bibliography', path.join(root, 'none.bib'))).toMatch(/file not found/);
    expect(await said('--language', 'xx')).toMatch(/"xx" is no language of an article/);
    expect(files()).toEqual(before);
    expect((await take('a.md')).status).toBe(0);
    expect(await said()).toMatch(/already lists "made"/);
  });

  test('an image that lies outside of the folder of the manuscript', async () => {
    const { root, take, files } = await makeDesk({
      'in/a.md': '![Out](../secret.png)\n\n![Gone](/etc/hostname)\n',
      'secret.png': await png(2, 2),
    });
    expect((await take('in/a.md')).stdout).toContain('the image ../secret.png is not there');
    expect(files().filter((file) => file.includes('/files/'))).toEqual([]);
    expect(root).not.toBe('');
  });
});
