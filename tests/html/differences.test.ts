import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article, Version } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { differencesBetween } from '../../src/edition/versions/differences.ts';
import { renderText } from '../../src/html/body.ts';
import { renderDifferences } from '../../src/html/differences.ts';
import { html } from '../../src/html/serialize.ts';
import { writeVersionedEdition } from '../helpers/versions.ts';

let root: string;
let article: Article;
let versions: readonly Version[];

beforeAll(async () => {
  root = await writeVersionedEdition();
  article = (await loadEdition(root)).articles[1] as Article;
  versions = article.versions;
});

afterAll(() => rm(root, { recursive: true, force: true }));

const addressOf = (version: string, anchor: string) => `../${version}/#${anchor}`;

/** What differs between two versions, by their places, in English. */
const between = (from: number, to: number) =>
  html(
    renderDifferences(differencesBetween(article, versions[from] as Version, versions[to] as Version), 'en', addressOf),
  );

const del = (dir: string, classes: string, text: string) =>
  `<del dir="${dir}" data-classes="${classes}"><span class="said" lang="en" dir="ltr">[deleted: </span>${text}<span class="said" lang="en" dir="ltr"> end deleted]</span></del>`;
const ins = (dir: string, classes: string, text: string) =>
  `<ins dir="${dir}" data-classes="${classes}"><span class="said" lang="en" dir="ltr">[inserted: </span>${text}<span class="said" lang="en" dir="ltr"> end inserted]</span></ins>`;
const at = (version: string, number: number) =>
  `<a href="../${version}/#p${number}">¶${number} in version ${version}</a>`;
const now = '<span><span aria-hidden="true"> → </span><span class="said"> now </span></span>';
const section = (kind: string, where: string, rest = '') =>
  `<section class="difference" data-kind="${kind}"><p class="where"><b>${kind}</b>: ${where}</p>${rest}</section>`;

describe('what differs between two versions', () => {
  test('is said of corrected words, with what is deleted and inserted, and of what kind that is', () => {
    const text = between(0, 1);
    expect(text).toContain(
      `${del('rtl', 'digits', '<b class="digits">۱۳۷۱</b>')}${ins('rtl', 'digits', '<b class="digits">۱۳۷۳</b>')}`,
    );
    expect(text).toContain(`${del('rtl', 'letters', 'ناپلوئن')}${ins('rtl', 'letters', 'ناپلئون')} در اروپا است</div>`);
    expect(text).toContain(
      ins(
        'rtl',
        'zwnj',
        'قدرت<span class="zwnj" title="zero-width non-joiner"><span class="said" lang="en" dir="ltr"> zero-width non-joiner </span></span>ها',
      ),
    );
    expect(text).toContain(
      '<p class="where"><b>changed</b>: <a href="../1.0.0/#fn1">Note 1 in version 1.0.0</a>' +
        `${now}<a href="../1.0.1/#fn1">Note 1 in version 1.0.1</a><span class="class" data-class="letters">words</span>` +
        '<span class="class" data-class="note">note</span></p><div class="compared note" lang="fa" dir="rtl">',
    );
    expect(text).toContain('<p class="soft">9 other passages are unchanged.</p>');
  });

  test('is said of paragraphs that were split, merged, removed, moved and added, with links to both', () => {
    const text = between(1, 2);
    const kinds = [...text.matchAll(/<section class="difference" data-kind="(\w+)">/g)].map(([, kind]) => kind);
    expect(kinds).toEqual(['changed', 'split', 'merged', 'removed', 'moved', 'added', 'removed', 'added']);
    expect(text).toContain(`<b>split</b>: ${at('1.0.1', 4)}${now}${at('1.1.0', 3)}, ${at('1.1.0', 4)}<span`);
    expect(text).toContain(`<b>merged</b>: ${at('1.0.1', 5)}, ${at('1.0.1', 6)}${now}${at('1.1.0', 5)}<span`);
    expect(text).toContain(`<b>removed</b>: ${at('1.0.1', 8)}<span`);
    expect(text).toContain(section('moved', `${at('1.0.1', 3)}${now}${at('1.1.0', 7)}`));
    expect(text).toContain(`<b>added</b>: ${at('1.1.0', 8)}<span`);
    expect(text).toContain(
      '<span class="mark reading" lang="en" dir="ltr">[Reading «<bdi lang="fa" dir="rtl">گوناگونی</bdi>»: uncertain; Source has: <bdi lang="fa" dir="rtl">گوناگونی</bdi>; Possible readings: <bdi lang="fa" dir="rtl">گوناگونی, گونه‌گونی</bdi>. Both are possible]</span>',
    );
  });

  test('is said of metadata by the names of fields, and of works by their keys: one that came or went by its title', () => {
    expect(between(0, 1)).toContain(
      '<h3>Works cited</h3>' +
        section(
          'changed',
          '<a href="../1.0.1/#ref-jervis1985"><bdi dir="ltr">jervis1985</bdi></a>',
          `<dl class="fields"><dt><code dir="ltr">publisher</code></dt><dd class="compared" lang="en" dir="ltr">${del('ltr', 'letters', 'Pres')}${ins('ltr', 'letters', 'Press')}</dd></dl>`,
        ),
    );
    const title = (text: string) =>
      `<dl class="fields"><dt><code dir="ltr">title</code></dt><dd class="compared" lang="en" dir="ltr">${text}</dd></dl>`;
    const text = between(1, 2);
    expect(text).toContain(
      section(
        'removed',
        '<a href="../1.0.1/#ref-jervis1985"><bdi dir="ltr">jervis1985</bdi></a>',
        title(del('ltr', 'letters', 'A Concert')),
      ) +
        section(
          'added',
          '<a href="../1.1.0/#ref-jervis1985b"><bdi dir="ltr">jervis1985b</bdi></a>',
          title(ins('ltr', 'letters', 'A Concert')),
        ),
    );
    expect(text).toContain(
      `<dt><code dir="ltr">journal.name.fa</code></dt><dd class="compared" lang="fa" dir="rtl">${del('rtl', 'letters', 'مجلّه')}${ins('rtl', 'letters', 'مجله')}</dd>`,
    );
  });

  test('is nothing between a version and itself', () => {
    expect(between(1, 1)).toBe('<p class="soft">These two versions are the same.</p>');
  });
});

test('a paragraph of an older version leads to what became of it: the same, another text, two, or nothing', () => {
  const { body } = renderText({ article, version: versions[1] as Version }, 'en', addressOf);
  const linksOf = (id: string) => [
    ...(new RegExp(`<p id="${id}">.*?</p>`).exec(body)?.[0] ?? '').matchAll(/<small class="newer".*?<\/small>/g),
  ];
  const small = (inner: string) => `<small class="newer" lang="en" dir="ltr">${inner}</small>`;
  const link = (number: number, name: string, text: string) =>
    small(`<a href="../1.1.0/#p${number}" aria-label="${name}: ¶${number}" title="${name}: ¶${number}">${text}</a>`);
  const same = 'The same passage, unchanged, in version 1.1.0';
  const newer = 'The newer text of this passage in version 1.1.0';
  const links = (id: string) => linksOf(id).map(([text]) => text);
  expect(links('p3')).toEqual([link(7, same, '1.1.0')]);
  expect(links('p2')).toEqual([link(2, newer, '≠ 1.1.0')]);
  expect(links('p4')).toEqual([link(3, newer, '≠ 1.1.0'), link(4, newer, '≠ 1.1.0')]);
  const gone = 'Version 1.1.0 no longer has this passage';
  expect(links('p8')).toEqual([
    small(`<span class="said">${gone}</span><span aria-hidden="true" title="${gone}">⊘</span>`),
  ]);
});
