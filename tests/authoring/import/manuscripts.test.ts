/** Manuscripts as articles, by the command: small ones, each with the kinds of things that its format has. Pandoc starts once for all. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNew, type Said } from '../../../src/cli/new-command.ts';
import { type Block, type Inline, plainText, walkInlines } from '../../../src/edition/model.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { differencesBetween } from '../../../src/edition/versions/differences.ts';
import { type Desk, makeDesk } from '../../helpers/desk.ts';
import { docx, footnote, image, paragraph, run, table, zotero } from '../../helpers/docx.ts';
import { makeEdition, writeEdition } from '../../helpers/edition.ts';
import { png } from '../../helpers/figures.ts';
import { releasedFiles } from '../../helpers/release.ts';

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

const word = async () =>
  docx(
    [
      paragraph(run('دو چراغ'), 'Title'),
      paragraph(run('مریم نمونه'), 'Author'),
      paragraph(run('چکیده', '<w:b/>')),
      paragraph(run('دو نگهبان دو دفتر داشتند.')),
      paragraph(run('کلیدواژه‌ها: فانوس، دفتر')),
      paragraph(run('مقدمه'), 'heading1'),
      paragraph(
        `${run('چراغ در سال ۱۲۸۱ روشن شد')}${footnote(1)}${run(' و ')}${run('«هر دو»', '<w:b/>')}${run('آن را مي‌گويند ')}${zotero(
          [
            {
              id: 5,
              itemData: {
                id: 5,
                type: 'book',
                title: 'چراغ‌ها',
                author: [{ family: 'نمونه', given: 'علی' }],
                issued: { 'date-parts': [['1391']] },
                language: 'fa',
              },
              locator: '12',
              label: 'page',
            },
            {
              id: 6,
              itemData: {
                id: 6,
                type: 'book',
                title: 'Lamps',
                author: [{ family: 'Doe', given: 'Jane' }],
                issued: { 'date-parts': [['2010']] },
                language: 'en',
              },
            },
          ],
          '(نمونه، ۱۳۹۱: ۱۲؛ Doe, 2010)',
        )}${run('. ')}<w:ins w:id="1" w:author="x">${run('افزوده')}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>کاسته</w:delText></w:r></w:del>`,
      ),
      paragraph(run('جدول ۱: ژرفاها'), 'caption'),
      table([
        ['عمق', 'نور'],
        ['۱', '۲'],
      ]),
      image('دو فتیله'),
    ].join(''),
    ['سال را روی در نوشته‌اند.'],
    await png(6, 3),
  );

describe('a file of Word with Persian text and the fields of Zotero', () => {
  test('becomes an article with its note, table, image, abstract, keywords and cited works', async () => {
    const { take, made } = await makeDesk({ 'چراغ.docx': await word() });
    const { stdout, stderr } = await take('چراغ.docx');
    expect(stderr).toBe('');
    expect(stdout).toContain('came in: 2 paragraphs, 1 note, 1 figure, 1 table, 0 formulas, 2 citations, 2 works');
    const { article, version } = await made();
    expect(article).toMatchObject({
      language: 'fa',
      titles: { fa: { value: 'دو چراغ' } },
      creators: [{ name: { fa: { family: 'نمونه', given: 'مریم' } } }],
      keywords: { fa: ['فانوس', 'دفتر'] },
    });
    expect(version.abstracts).toMatchObject([{ language: 'fa', kind: 'abstract' }]);
    const [first] = version.body.filter((block) => block.type === 'paragraph');
    expect(first && plainText(first.children)).toBe(
      'چراغ در سال ۱۲۸۱ روشن شد و «هر دو»آن را می‌گویند (نمونه، ۱۳۹۱: ۱۲؛ Doe, 2010). افزوده',
    );
    expect(version.citations.map(({ key, locator }) => [key, locator])).toEqual([
      ['nmvnh1391', '12'],
      ['doe2010', undefined],
    ]);
    expect(version.body).toContainEqual(
      expect.objectContaining({ type: 'figure', pictures: [expect.objectContaining({ alt: 'دو فتیله' })] }),
    );
    for (const said of [
      'an Arabic ي or ك was written as Persian ی or ک',
      'an insertion that was not accepted yet was taken as accepted',
      'a deletion that was not accepted yet was taken as accepted',
      'a table has no head; its first row is taken for one',
    ])
      expect(stdout).toContain(said);
    expect(version.open.map(({ what }) => what)).toEqual(['creators, entry 1, name.en.family is not written yet']);
  });

  test('is refused with macros, with a password, damaged, or when it is something else', async () => {
    const whole = await word();
    const { take, files } = await makeDesk({
      'macros.docx': zipSync({ ...unzipSync(whole), 'word/vbaProject.bin': new Uint8Array([1]) }),
      'locked.docx': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'cut.docx': whole.slice(0, whole.length / 2),
      'table.docx': zipSync({ 'xl/workbook.xml': new Uint8Array([1]) }),
    });
    const before = files();
    for (const [name, why] of [
      ['macros.docx', /holds macros/],
      ['locked.docx', /encrypted/],
      ['cut.docx', /damaged/],
      ['table.docx', /another kind of file/],
    ] as const)
      expect((await take(name)).stderr, name).toMatch(why);
    expect(files()).toEqual(before);
  });
});

const thesis = String.raw`\documentclass{article}
\usepackage{xepersian}
\title{چراغ‌ها در \lr{North Bay}}
\author{مریم نمونه \and بهرام آزمون}
\graphicspath{{pictures/}}
\begin{document}
\maketitle
\begin{abstract}
دو چراغ.
\end{abstract}
\input{parts/first}
\input{parts/gone}
\bibliography{paper}
\end{document}
`;

const chapter = String.raw`\قسمت{مقدمه}\label{sec:one}
متن \lr{Latin [0, 1)}\پانویس{یادداشت} و \LTRfootnote{A note} (شکل~\ref{fig:lamp} و \eqref{eq:x}، بخش~\ref{sec:one}) \cite[ص.~۵]{Wood2011-kn}.
\begin{equation}\label{eq:x} x^2 = 1 \end{equation}
\begin{align*} a&=b\\ c&=d \end{align*}
\begin{figure}\centering\includegraphics[width=3cm]{lamp}\caption{چراغ}\label{fig:lamp}\end{figure}
\begin{traditionalpoem} مصرع نخست & مصرع دوم \\ \end{traditionalpoem}
\strange{gone}
`;

describe('a manuscript in LaTeX with XePersian', () => {
  test('becomes an article with its parts, notes, formulas, figure, verse and cross references', async () => {
    const { take, made, files } = await makeDesk({
      'thesis.tex': thesis,
      'parts/first.tex': chapter,
      'paper.bib': bib,
      'pictures/lamp.png': await png(4, 4),
    });
    const { stdout, stderr } = await take('thesis.tex');
    expect(stderr).toBe('');
    const { article, version } = await made();
    expect(article).toMatchObject({
      language: 'fa',
      titles: { fa: { value: 'چراغ‌ها در North Bay' } },
      creators: [
        { name: { fa: { family: 'نمونه', given: 'مریم' } } },
        { name: { fa: { family: 'آزمون', given: 'بهرام' } } },
      ],
    });
    expect(version.abstracts).toHaveLength(1);
    expect(version.body.map(({ type }) => type)).toEqual('heading paragraph formula formula figure verse'.split(' '));
    const [text] = version.body.flatMap((block) => (block.type === 'paragraph' ? [plainText(block.children)] : []));
    expect(text).toBe('متن Latin [0, 1) و  (شکل\u00a0۱ و (۱)، بخش\u00a0۱) (Wood & Hill, 2011, p. 5).');
    expect(version.notes).toHaveLength(2);
    expect(version.body).toContainEqual(
      expect.objectContaining({ type: 'verse', stanzas: [[[expect.anything(), expect.anything()]]] }),
    );
    expect(files()).toContain('content/articles/made/files/lamp.png');
    expect(stdout).toContain('the file parts/gone that the manuscript takes in is not there');
    expect(stdout).toMatch(/Skipped '\\strange\{gone\}'/);
  });

  test('sets names apart from the word that a key hangs on, says «et al.», and finds the images of the whole', async () => {
    const { take, made, files } = await makeDesk({
      'chapter1.tex': String.raw`Lamps\cite{doe} burn. \begin{figure}\includegraphics{lamp}\caption{A lamp.}\end{figure}
\bibliography{works}
\signature
`,
      'works.bib': '@book{doe, author = {Doe, Jane and others}, title = {Lamps}, publisher = {Quay}, year = {2001}}',
      'figures/lamp.png': await png(4, 4),
    });
    await take('chapter1.tex');
    const { version } = await made();
    const [text] = version.body.flatMap((block) => (block.type === 'paragraph' ? [plainText(block.children)] : []));
    expect(text).toBe('Lamps (Doe et al., 2001) burn.');
    expect(files()).toContain('content/articles/made/files/lamp.png');
  });

  test('that cannot be read is refused with the words at which it cannot', async () => {
    const { take } = await makeDesk({ 'a.tex': 'One.\n\nTwo \\textbf{three\n' });
    expect((await take('a.tex')).stderr).toContain('at or behind "Two \\textbf{three"');
  });
});

const jats = `<?xml version="1.0" encoding="UTF-8"?>
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="review-article" xml:lang="en"><front>
<journal-meta><journal-id journal-id-type="nlm-ta">Coast N</journal-id><journal-title-group><journal-title>Coastal Notes</journal-title></journal-title-group><issn pub-type="epub">1553-7358</issn><publisher><publisher-name>Coastal Society</publisher-name></publisher></journal-meta>
<article-meta><article-id pub-id-type="doi">10.1234/lamps.1</article-id><title-group><article-title>Lamps of the <italic>North</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author" corresp="yes"><name><surname>Wood</surname><given-names>Ann</given-names></name><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id><xref ref-type="aff" rid="a1"/></contrib><contrib contrib-type="author"><collab>Society of Harbours</collab></contrib><contrib contrib-type="editor"><name><surname>Roe</surname><given-names>Max</given-names></name></contrib></contrib-group>
<aff id="a1"><label>1</label>University of Lights, North Bay</aff>
<author-notes><fn fn-type="conflict"><label>*</label><p>Wood sells lamps.</p></fn><fn fn-type="con"><p>Wood wrote.</p></fn></author-notes>
<pub-date pub-type="epub"><day>7</day><month>2</month><year>2020</year></pub-date><volume>7</volume><issue>2</issue><fpage>11</fpage><lpage>20</lpage>
<history><date date-type="received"><day>1</day><month>9</month><year>2019</year></date></history>
<permissions><copyright-year>2020</copyright-year><copyright-holder>Wood</copyright-holder><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>Open.</license-p></license></permissions>
<abstract><p>Two lamps are compared.</p></abstract><abstract abstract-type="summary"><title>For sailors</title><p>Lamps help.</p></abstract><abstract abstract-type="toc"><p>Lamps, at last.</p></abstract>
<kwd-group><kwd>lamps</kwd></kwd-group></article-meta></front>
<body><sec id="s1"><title>Lamps</title><p>They burn [<xref ref-type="bibr" rid="B1">1</xref>], [<xref ref-type="bibr" rid="B1">1</xref>]–[<xref ref-type="bibr" rid="B3">3</xref>] at <inline-formula><inline-graphic xlink:href="info:doi/10.1234/lamps.1.e001"/></inline-formula> (<xref ref-type="fig" rid="f1">Fig. 1</xref>).</p>
<fig id="f1"><object-id pub-id-type="doi">10.1234/lamps.1.g001</object-id><label>Figure 1</label><caption><title>Two lamps.</title><p>One burns.</p></caption><graphic xlink:href="info:doi/10.1234/lamps.1.g001"/></fig>
<table-wrap id="t1"><label>Table 1</label><caption><title>Depths.</title></caption><table><thead><tr><th>Bay</th><th>Depth</th></tr></thead><tbody><tr><td colspan="2">North</td></tr><tr><td rowspan="2">East</td><td>1</td></tr><tr><td>2</td></tr></tbody></table><table-wrap-foot><fn><p>At low tide.</p></fn></table-wrap-foot></table-wrap>
<boxed-text id="b1"><sec><title>A box</title><p>Words in it.</p></sec></boxed-text></sec></body>
<back><ack><p>We thank the keepers.</p></ack><ref-list><title>References</title>
<ref id="B1"><element-citation publication-type="book"><person-group person-group-type="author"><name><surname>Doe</surname><given-names>J</given-names></name></person-group><source>Lights</source><year>2010</year></element-citation></ref>
<ref id="B2"><element-citation publication-type="book"><person-group person-group-type="author"><name><surname>Roe</surname><given-names>M</given-names></name></person-group><source>Beams</source><year>2011</year></element-citation></ref>
<ref id="B3"><element-citation publication-type="book"><person-group person-group-type="author"><name><surname>Poe</surname><given-names>E</given-names></name></person-group><source>Rays</source><year>2012</year></element-citation></ref></ref-list></back></article>
`;

describe('an article of a publisher in JATS', () => {
  test('becomes an article with all that its head states, its works under their keys, and cites the works between two numbers', async () => {
    const { take, made } = await makeDesk({ 'lamps.xml': jats });
    const { stdout, stderr } = await take('lamps.xml');
    expect(stderr).toBe('');
    expect(stdout).toContain('the head says a summary of the kind toc, which is no abstract: Lamps, at last.');
    const { article, version } = await made();
    expect(article).toMatchObject({
      type: 'review-article',
      titles: { en: { value: 'Lamps of the North' } },
      journal: {
        name: { en: 'Coastal Notes' },
        publisher: { en: 'Coastal Society' },
        abbreviation: 'Coast N',
        issn: { electronic: '1553-7358' },
      },
      record: {
        url: 'https://doi.org/10.1234/lamps.1',
        volume: { value: '7' },
        issue: { value: '2' },
        pages: { value: { first: '11', last: '20' } },
        year: { value: { gregorian: '2020' } },
      },
      rights: { licence: 'CC-BY-4.0', year: '2020' },
      keywords: { en: ['lamps'] },
      dates: [
        { event: 'received', gregorian: '2019-09-01' },
        { event: 'online', gregorian: '2020-02-07' },
      ],
    });
    expect(article.creators).toMatchObject([
      {
        name: { en: { family: 'Wood', given: 'Ann' } },
        orcid: '0000-0002-1825-0097',
        corresponding: true,
        affiliation: { en: { value: 'University of Lights, North Bay' } },
      },
      { name: { en: { literal: 'Society of Harbours' } } },
    ]);
    expect(article.contributors).toMatchObject([{ role: 'editor', name: { en: { family: 'Roe', given: 'Max' } } }]);
    expect(article.conflictOfInterest).toMatchObject({ value: { en: 'Wood sells lamps.' }, from: 'authors' });
    expect(version.works.map(({ key }) => key)).toEqual(['B1', 'B2', 'B3']);
    const paragraphs = version.body.flatMap((block) => (block.type === 'paragraph' ? [plainText(block.children)] : []));
    expect(paragraphs.slice(0, 2)).toEqual([
      'Lamps help.',
      'They burn (Doe, 2010; Doe, 2010; Roe, 2011; Poe, 2012) at \\text{… e001} (Fig. 1).',
    ]);
    expect(version.body.map(({ type }) => type)).toEqual(
      'heading paragraph heading paragraph figure table part part'.split(' '),
    );
    const [table] = version.body.filter((block) => block.type === 'table');
    expect(table && plainText(table.credit)).toBe('At low tide.');
    expect(version.open.map(({ what }) => what)).toEqual([
      'the formula "\\text{… e001}" is not written yet',
      'files/lamps.1.g001.png is not there',
      'files/lamps.1.g001.png does not say what it shows',
    ]);
  });

  test('says who paid, who did what and where the data are, in the words of registers', async () => {
    const { take, made } = await makeDesk({
      'lamps.xml': jats
        .replace(
          /<contrib-group>[\s\S]*<\/aff>/,
          `<contrib-group><contrib contrib-type="author" equal-contrib="yes"><name><surname>Wood</surname><given-names>Ann</given-names></name><role vocab="credit" vocab-term-identifier="https://credit.niso.org/contributor-roles/software/" degree-contribution="lead">Software</role><role content-type="http://credit.casrai.org/">Writing – review &amp; editing</role><xref ref-type="aff" rid="a1"/></contrib>
<contrib contrib-type="author"><name><surname>Poe</surname><given-names>Eve</given-names></name><xref ref-type="aff" rid="a2"/><xref ref-type="fn" rid="eq"/></contrib>
<contrib contrib-type="editor"><name><surname>Roe</surname><given-names>Max</given-names></name><xref ref-type="aff" rid="a2"/></contrib></contrib-group>
<aff id="a1"><label>1</label><institution content-type="dept">Optics</institution>, <institution-wrap><institution-id institution-id-type="ror">https://ror.org/05dxps055</institution-id><institution>University of Lights</institution></institution-wrap>, <city>North Bay</city>, <country>United States of America</country></aff>
<aff id="a2"><institution>Museum of Lamps</institution>, 5 Quay Street, <country country="IR">Iran</country></aff>`,
        )
        .replace(
          '</title-group>',
          '<trans-title-group><trans-title>چراغ‌ها</trans-title><trans-subtitle>یک سنجش</trans-subtitle></trans-title-group><trans-title-group><trans-title>Feux</trans-title></trans-title-group></title-group>',
        )
        .replace('<fn fn-type="con">', '<fn fn-type="equal" id="eq"><p>Both did as much.</p></fn><fn fn-type="con">')
        .replace(
          '<pub-date',
          '<article-categories><subj-group subj-group-type="heading"><subject>Research</subject></subj-group><subj-group><subject>Optics</subject></subj-group></article-categories><pub-date',
        )
        .replace(
          '</article-meta>',
          `<related-article related-article-type="commentary" xlink:href="10.1234/lamps.2"/><funding-group><award-group><funding-source><institution-wrap><institution>Lighthouse Fund</institution><institution-id institution-id-type="doi">https://doi.org/10.13039/501100003968</institution-id></institution-wrap></funding-source><award-id>L-1</award-id></award-group><award-group><funding-source>Lighthouse Fund</funding-source><award-id>L-2</award-id></award-group></funding-group><custom-meta-group><custom-meta><meta-name>Data Availability</meta-name><meta-value>All data are in the lamps.</meta-value></custom-meta></custom-meta-group></article-meta>`,
        ),
    });
    const { stdout } = await take('lamps.xml');
    const { article } = await made();
    expect(article.creators).toMatchObject([
      {
        affiliations: [
          {
            institution: { en: 'University of Lights' },
            department: { en: 'Optics' },
            city: { en: 'North Bay' },
            country: 'US',
            ror: '05dxps055',
          },
        ],
        roles: [{ role: 'software', degree: 'lead' }, { role: 'writing-review-editing' }],
        equal: true,
      },
      // An address with a street would lose it in parts.
      { affiliation: { en: { value: 'Museum of Lamps, 5 Quay Street, Iran' } }, equal: true },
    ]);
    expect(article.contributors).toMatchObject([
      { role: 'editor', affiliations: [{ institution: { en: 'Museum of Lamps, 5 Quay Street, Iran' } }] },
    ]);
    expect(article.funding).toMatchObject([
      {
        funder: { en: 'Lighthouse Fund' },
        funderId: '10.13039/501100003968',
        awards: [{ number: 'L-1' }, { number: 'L-2' }],
      },
    ]);
    expect(article.dataAvailability).toMatchObject({ value: { en: 'All data are in the lamps.' } });
    expect(article.titles).toMatchObject({ fa: { value: 'چراغ‌ها: یک سنجش' }, en: { value: 'Lamps of the North' } });
    expect(stdout).toContain('the title "Feux" has no place beside "Lamps of the North"');
    expect(stdout).toContain('Subjects: Optics');
    expect(stdout).toContain('Related article: commentary: 10.1234/lamps.2');
    expect(stdout).not.toContain('Both did as much.');
  });

  test('is refused where its XML is not well-formed, or is another', async () => {
    const { take } = await makeDesk({
      'a.xml': jats.replace('</sec></body>', '</body>'),
      'b.xml': '<book><p>x</p></book>',
    });
    expect((await take('a.xml')).stderr).toMatch(/a\.xml is not well-formed/);
    expect((await take('b.xml')).stderr).toMatch(/XML of another kind/);
  });
});

describe('a corrected manuscript', () => {
  const first = `---
title: Two lamps
author: Ann Wood
---

# Light

The lamps of both coasts burn through every night of the year.

The keepers write down what they see [@wood2011; @doe].

![A lamp.](lamp.png)

![A map of both coasts.](map.png)
`;
  const works = `@article{wood2011, author = {Wood, Ann}, title = {Lamps}, journal = {Coastal Notes}, year = {2011}}
@book{doe, author = {Doe, Jane}, title = {Lights}, year = {2010}}
`;

  test('becomes a version with what it changes, while all of the released one stays', async () => {
    const desk = await makeDesk({
      'paper.md': first,
      'paper.bib': works,
      'lamp.png': await png(8, 4),
      'map.png': await png(4, 4),
    });
    const run = (...args: readonly string[]) => runNew([...args, '--root', desk.root], '2026-08-09');
    const own = path.join(desk.root, 'content/articles/made');
    const at = (name: string) => path.join(desk.root, 'desk', name);
    const beside = ['--bibliography', at('paper.bib')];
    await desk.take('paper.md', ...beside);
    const text = await readFile(path.join(own, '1.0.0.mdx'), 'utf8');
    await writeFile(
      path.join(own, '1.0.0.mdx'),
      text.replaceAll(/ alt=""/g, '').replaceAll(/(src="files\/\w+\.png")/g, '$1 decorative'),
    );
    const facts = await readFile(path.join(own, 'article.yaml'), 'utf8');
    await writeFile(path.join(own, 'article.yaml'), facts.replace('Two lamps', 'Two lamps of the coast'));
    expect(await run('version', 'made', '1.1.0', '--from', at('paper.md'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('version 1.0.0 is still a draft'),
    });
    expect((await run('release', 'made', '1.0.0')).stderr).toBe('');
    const released = ['1.0.0.mdx', '1.0.0.bib', '1.0.0.yaml', 'article.yaml', 'files/lamp.png', 'files/map.png'];
    const bytes = () => Promise.all(released.map((name) => readFile(path.join(own, name), 'hex')));
    const before = await bytes();

    await writeFile(
      at('paper.md'),
      first
        .replace('every night', 'each night')
        .replace('; @doe]', '; @roe]')
        .replace('![A lamp.]', 'A third keeper came in the spring of that year.\n\n![A lamp.]'),
    );
    await writeFile(
      at('paper.bib'),
      works
        .replace('Coastal Notes', 'Coastal Papers')
        .replace(/@book[\s\S]*/, '@book{roe, author = {Roe, Max}, title = {Fogs}, year = {2012}}\n'),
    );
    await writeFile(at('map.png'), await png(6, 6));
    const { status, stdout, stderr } = await run('version', 'made', '1.1.0', '--from', at('paper.md'), ...beside);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(await bytes()).toEqual(before);
    for (const said of [
      'wrote content/articles/made/files/map-2.png',
      'paper.bib: wood2011: journaltitle is "Coastal Papers" now, and was "Coastal Notes"',
      'the text does not cite doe any more, and the edition does not list it',
      'content/articles/made/article.yaml stays; the manuscript says titles.en: "Two lamps"',
    ])
      expect(stdout).toContain(said);
    expect(stdout).not.toContain('wrote content/articles/made/files/lamp.png');

    const [article] = (await loadEdition(desk.root)).articles;
    const [old, now] = article?.versions ?? [];
    if (!article || !old || !now) throw new Error('there are not two versions');
    expect(now.works.map(({ key }) => key)).toEqual(['roe', 'wood2011']);
    expect(old.works.map(({ key }) => key)).toEqual(['doe', 'wood2011']);
    expect(now.files.map(({ name }) => name)).toEqual(['lamp.png', 'map-2.png']);
    const { blocks, works: cited } = differencesBetween(article, old, now);
    const paragraphs = blocks.filter(({ block }) => block === 'paragraph');
    expect(paragraphs.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['changed', ['p1'], ['p1']],
      ['changed', ['p2'], ['p2']],
      ['added', [], ['p3']],
    ]);
    expect(paragraphs[0]?.parts.flatMap(({ op, text }) => (op === 'same' ? [] : [`${op} ${text}`]))).toEqual([
      'delete every',
      'insert each',
    ]);
    expect(cited.map(({ key, kind }) => [key, kind])).toEqual([
      ['doe', 'removed'],
      ['roe', 'added'],
      ['wood2011', 'changed'],
    ]);
    expect(now.open.map(({ what }) => what)).toEqual([
      'files/lamp.png does not say what it shows',
      'files/map-2.png does not say what it shows',
    ]);
  });

  test('without a list of references cites the works of the article', async () => {
    const desk = await makeDesk({ 'paper.md': first.replace(/!\[[\s\S]*/, ''), 'paper.bib': works });
    const run = (...args: readonly string[]) => runNew([...args, '--root', desk.root], '2026-08-09');
    const file = path.join(desk.root, 'desk/paper.md');
    await desk.take('paper.md', '--bibliography', path.join(desk.root, 'desk/paper.bib'));
    expect((await run('release', 'made', '1.0.0')).stderr).toBe('');
    const { stdout } = await run('version', 'made', '1.0.1', '--from', file);
    expect(stdout).toMatch(/against 1\.0\.0: \d+ the same\n/);
    const [article] = (await loadEdition(desk.root)).articles;
    expect(article?.versions.at(-1)?.works.map(({ key }) => key)).toEqual(['doe', 'wood2011']);
  });

  test('is refused for an article that is restored from a text as received', async () => {
    const root = await makeEdition(releasedFiles('a-tale', [{ number: '1.0.0' }]));
    await writeFile(path.join(root, 'paper.md'), first);
    const { stderr } = await runNew(
      ['version', 'a-tale', '1.1.0', '--from', path.join(root, 'paper.md'), '--root', root],
      '2026-08-09',
    );
    expect(stderr).toMatch(/a-tale is restored from a text as received/);
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
