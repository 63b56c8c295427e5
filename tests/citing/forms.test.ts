/** The article as it is pasted into Wikipedia, Markdown and Typst, read by Typst and by other parsers. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Work } from '../../src/bibliography/work.ts';
import { pastedForms } from '../../src/citing/forms.ts';
import { citingOf } from '../../src/citing/references.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { canTypeset } from '../../src/formats/pdf/typst.ts';
import { harbour, harbourArticle } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { textOf } from '../helpers/pdf-text.ts';

const formsOf = async (slug: Parameters<typeof harbourArticle>[0], what: 'record' | 'version') => {
  const article = await harbourArticle(slug);
  const { pasted } = citingOf({ edition: await harbour(), article, version: latestVersion(article) });
  return Object.fromEntries(pasted[what].map(({ id, text }) => [id, text]));
};

test('Wikipedia has the journal of the version of record, each in its own names', async () => {
  const record = await formsOf('border-markets', 'record');
  expect(record['wikipedia-en']).toBe(
    '{{cite journal |last1=Kuhpeyma |first1=Rahim |last2=Azarpanah |first2=Maryam |script-title=fa:بازارچه‌های مرزی در قفقاز جنوبی از دو دیدگاه نظری |journal=Quarterly of Trials |volume=18 |issue=1 |pages=57–84 |date=2025 |doi=10.5555/trials.2025.18.57 |issn=2008-0867 |url=https://journal.example/border-markets |language=fa}}',
  );
  expect(record['wikipedia-fa']).toBe(
    '{{یادکرد ژورنال |نام خانوادگی=کوه‌پیما |نام=رحیم |نام خانوادگی۲=آذرپناه |نام۲=مریم |عنوان=بازارچه‌های مرزی در قفقاز جنوبی از دو دیدگاه نظری |ژورنال=فصلنامۀ آزمون |جلد=۱۸ |شماره=۱ |صفحه=۵۷–۸۴ |سال=۱۴۰۴ |doi=10.5555/trials.2025.18.57 |issn=2008-0867 |پیوند=https://journal.example/border-markets |زبان=fa}}',
  );
});

test('Wikipedia has a version of the edition as a page on the web, with its number and day', async () => {
  const version = await formsOf('sea-routes', 'version');
  expect(version['wikipedia-en']).toMatch(
    /^\{\{cite web .*\|trans-title=Sea Routes and the Great Powers: from Balance to Cooperation \|website=Harbour \|type=Version 1\.0\.1 \|publisher=Harbour Press \|date=2026-11-29 /,
  );
  expect(version['wikipedia-fa']).toMatch(/^\{\{یادکرد وب .*\|وبگاه=بندرگاه \|ناشر=نشر بندرگاه \|تاریخ=2026-11-29 /);
});

test('Markdown has what a list of works prints, its italics and addresses as Markdown has them', async () => {
  const { 'markdown-en': english, 'markdown-fa': persian } = await formsOf('sea-routes', 'version');
  expect(english).toBe(
    'Sepehri Rad, M., & Daryabandi, N. (2026, November 29). *Sea Routes and the Great Powers: from Balance to Cooperation* (Version 1.0.1). Harbour. <https://harbour.example/articles/sea-routes/1.0.1/> \\[In Persian\\]',
  );
  expect(persian).toContain('«راه‌های دریایی و قدرت‌های بزرگ: از موازنۀ قوا تا همکاری»، *بندرگاه*، نسخۀ ۱.۰.۱');
});

test('signs of wikitext, Markdown and YAML in a title stay its own', () => {
  const work: Work = { key: 'a', type: 'article', title: 'A [b] | c: {{d}} *e*', language: 'en', date: '2001' };
  const forms = Object.fromEntries(
    pastedForms(work, { fa: '', ar: '', en: 'A [b] | c: {{d}} *e*' }).map(({ id, text }) => [id, text]),
  );
  expect(forms['wikipedia-en']).toContain('title=A &#91;b&#93; {{!}} c: &#123;&#123;d&#125;&#125; *e* |');
  expect(forms['markdown-en']).toBe('A \\[b\\] | c: {{d}} \\*e\\*');
  expect(parse(forms['hayagriva-en'] as string).a.title.value).toBe(work.title);
});

test(
  'Typst reads the entries, and prints who, when and where',
  needing({ isHere: canTypeset, missing: 'Typst is not here' }),
  async () => {
    const require = createRequire(import.meta.url);
    const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');
    const workspace = import.meta.dirname;
    const compiler = NodeCompiler.create({ workspace });
    const printed = async (what: 'record' | 'version', script: 'en' | 'fa') => {
      const forms = await formsOf('border-markets', what);
      compiler.mapShadow(path.join(workspace, 'works.yml'), Buffer.from(forms[`hayagriva-${script}`] as string));
      const main = path.join(workspace, 'main.typ');
      compiler.mapShadow(main, Buffer.from('#bibliography("works.yml", style: "apa", full: true)'));
      const { result } = compiler.compile({ mainFilePath: main });
      expect(result, `${what} ${script}`).toBeTruthy();
      return textOf(compiler.pdf(result, {})).replace(/\s+/g, ' ');
    };
    expect(await printed('version', 'en')).toMatch(/Kuhpeyma, R\., & Azarpanah, M\. \(2026, November 29\)\..*Harbour/);
    expect(await printed('record', 'en')).toMatch(
      /Kuhpeyma, R\., & Azarpanah, M\. \(2025\)\..*Quarterly of Trials, 18\(1\), 57–84/,
    );
    for (const what of ['version', 'record'] as const) await printed(what, 'fa');
  },
);
