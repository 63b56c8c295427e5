import { expect, test } from 'vitest';
import { type Article, latestVersion, plainText, sayBlocks } from '../../src/edition/model.ts';
import { md } from '../../src/formats/md/index.ts';
import { txt } from '../../src/formats/txt.ts';
import { bare, longWord, paragraphsOf, strange } from '../helpers/articles.ts';
import { harbour } from '../helpers/harbour.ts';

test('the plain text has one line for each paragraph, which opens with its number', async () => {
  const edition = await harbour();
  for (const article of edition.articles) {
    const version = latestVersion(article);
    const text = txt.write({ edition, article, version }) as string;
    const lines = text.split('\n').filter((line) => line.startsWith('¶'));
    const paragraphs = paragraphsOf(version);
    expect(lines).toEqual(paragraphs.map((block) => `¶${block.number} ${plainText(block.children)}`));
    expect(text).not.toMatch(/[\r\u2028\u2029]/);
    expect(text.endsWith('\n')).toBe(true);
    for (const abstract of version.abstracts) {
      for (const said of sayBlocks(abstract.blocks)) expect(text).toContain(said);
    }
  }
});

test('the front matter says where the version of record stands, and how sure each date is', async () => {
  const edition = await harbour();
  const article = edition.articles.find(({ slug }) => slug === 'border-markets') as Article;
  const front = (txt.write({ edition, article, version: latestVersion(article) }) as string)
    .split('\n\n')[0]
    ?.split('\n');
  expect(front).toContain(
    'فصلنامۀ آزمون، دوره ۱۸، شماره ۱، ۱۴۰۴، صفحه‌ها ۵۷–۸۴، علمی‌پژوهشی. دانشگاه آزمون. https://journal.example/border-markets',
  );
  expect(front).toContain('نسخۀ منتشرشده در مجله: https://doi.org/10.5555/trials.2025.18.57');
  expect(front).toContain(
    'تاریخ بازنگری: دی ۱۴۰۳ (دسامبر ۲۰۲۴ تا ژانویۀ ۲۰۲۵)، نامطمئن؛ به صورت آمده در مقاله: ۱۴۰۳/۱۰/۲۲',
  );
  expect(front).toContain('Border Markets of the South Caucasus from … (نامطمئن)');
});

test('a draft says that it is one, in Markdown too, and a released version does not', async () => {
  const edition = await harbour();
  const article = edition.articles[0] as Article;
  const version = latestVersion(article);
  for (const { write } of [txt, md]) {
    expect(write({ edition, article, version: { ...version, status: 'draft' } })).toMatch(
      /^پیش‌نویس؛ هنوز منتشر نشده است$/m,
    );
    expect(write({ edition, article, version })).not.toContain('پیش‌نویس');
  }
});

test('an affiliation that closes with a full stop goes on with a comma alone, in Markdown too', async () => {
  const edition = await harbour();
  const article = edition.articles.find(({ slug }) => slug === 'border-markets') as Article;
  expect(article.creators[0]?.affiliation.fa?.value).toMatch(/مرز\.$/);
  for (const { write } of [txt, md]) {
    const text = write({ edition, article, version: latestVersion(article) });
    expect(text).toContain('دانشیار دانشگاه مرز، نویسندۀ مسئول: ');
    expect(text).not.toContain('.،');
  }
});

test('one empty line stands between parts', async () => {
  const edition = await harbour();
  for (const article of edition.articles) {
    const text = txt.write({ edition, article, version: latestVersion(article) }) as string;
    expect(text).toMatch(/^[^\n]+\n\n(?:مقدمه|Introduction)\n¶1 /m);
    expect(text).not.toContain('\n\n\n');
  }
});

test('special signs, controls, wide tables and long words leave one block a line', async () => {
  const edition = await harbour();
  const article = strange(edition.articles[0] as Article);
  const version = latestVersion(article);
  const text = txt.write({ edition, article, version }) as string;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what readers take for line ends, and what nobody can read
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe]/);
  const lines = text.split('\n');
  const paragraphs = version.body.filter((block) => block.type === 'paragraph');
  expect(lines.filter((line) => /^¶\d+ /.test(line))).toHaveLength(paragraphs.length);
  expect(lines).toContain(`¶12 پیش ${longWord} پس`);
  expect(lines.filter((line) => line.includes(' | خانه 14'))).toHaveLength(1);
  // An abstract without words has no heading either.
  expect(text.match(/^(?:Abstract|چکیده)$/gm)).toHaveLength(
    article.versions.flatMap(({ abstracts }) =>
      abstracts.filter(({ kind, id }) => kind === 'abstract' && id !== 'abstract-blank'),
    ).length,
  );
});

test('an article without abstract, notes and works has no headings for them', async () => {
  const edition = await harbour();
  const article = bare(edition.articles[0] as Article);
  const text = txt.write({ edition, article, version: latestVersion(article) }) as string;
  expect(text).not.toMatch(/^(?:چکیده|یادداشت‌ها|منابع)$/m);
  expect(text).toContain('\n¶1 تنها همین.\n');
});
