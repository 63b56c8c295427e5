/** The pages that an edition writes of itself: text with places for its facts, and nothing that runs. */
import { expect, test } from 'vitest';
import { addedPages, linkedFiles, linkedPages, ownPageNames, placeNames } from '../../../src/edition/own-pages.ts';
import { loadEdition, loadFacts } from '../../../src/edition/reading/load.ts';
import { ContentFaults, type Fault } from '../../../src/faults.ts';
import { renderOwnPage } from '../../../src/html/own-page.ts';
import { sitemapPages } from '../../../src/site/sitemap.ts';
import type { Language } from '../../../src/text/languages.ts';
import { changed, makeEdition } from '../../helpers/edition.ts';

const landing = 'content/pages/landing.en.mdx';
const about = 'content/pages/about.en.mdx';
const yaml = 'content/edition.yaml';

const faultsOf = async (files: Record<string, string>): Promise<readonly Fault[]> =>
  loadFacts(await makeEdition(files)).then(
    () => [],
    (error: unknown) => {
      if (error instanceof ContentFaults) return error.faults;
      throw error;
    },
  );

async function shown(files: Record<string, string>, name = 'landing', language: Language = 'en') {
  const edition = await loadEdition(await makeEdition(files));
  const to = (path: string) => `to:${path}`;
  const file = (path: string) => `file:${path}`;
  return renderOwnPage(name, { edition, language, to, file });
}

test('what an edition does not write is not there, and is no error', async () => {
  const { edition } = await loadFacts(await makeEdition());
  expect(edition.pages).toEqual([]);
  expect(await shown({})).toBeUndefined();
});

test('each place is filled with the fact that it names', async () => {
  const contact = changed(
    yaml,
    'site:',
    'contact: library@trial.example\neditors: [{ name: { fa: { family: نمونه, given: مریم }, en: { family: Example, given: Mary } } }]\nsite:',
  );
  const html = await shown({
    ...contact,
    [landing]: `${placeNames.map((name) => `${name}={${name}}`).join('; ')}\n\n{publisher}\n`,
  });
  for (const fact of [
    'name=Trial',
    'description=An edition for tests',
    'publisher=Trial',
    'site=<a href="https://trial.example/">https://trial.example/</a>',
    'contact=<a href="mailto:library@trial.example">library@trial.example</a>',
    'editors=Mary Example',
    'articles=2',
    'works=0',
    'rights=<a href="http://rightsstatements.org/vocab/CNE/1.0/">Copyright Not Evaluated</a>',
    'rights.note=Unknown',
  ])
    expect(html).toContain(fact);
  expect(html).toMatch(/<p>Trial<\/p>$/);
});

test('a Persian page has Persian digits, and what is written from left to right is isolated', async () => {
  const files = {
    'content/pages/landing.fa.mdx': '{articles} مقاله، `code`، [catalog.json](file:catalog.json)، {site}\n',
  };
  expect(await shown(files, 'landing', 'fa')).toBe(
    '<p>۲ مقاله، <bdi dir="ltr"><code>code</code></bdi>، <bdi dir="ltr"><a href="file:catalog.json">catalog.json</a></bdi>، ' +
      '<bdi dir="ltr"><a href="https://trial.example/">https://trial.example/</a></bdi></p>',
  );
});

test('Markdown is Markdown, and a heading has an address', async () => {
  const text = '# About *this*\n\n## One & two\n\n- **first**\n- second\n\n1. one\n\n> said\n';
  expect(await shown({ [about]: text }, 'about')).toBe(
    '<h1 id="about-this">About <em>this</em></h1>\n<h2 id="one--two">One &#x26; two</h2>\n' +
      '<ul>\n<li><strong>first</strong></li>\n<li>second</li>\n</ul>\n<ol>\n<li>one</li>\n</ol>\n' +
      '<blockquote>\n<p>said</p>\n</blockquote>',
  );
});

test('links name pages, files and articles of the edition, wherever the page stands', async () => {
  const marks = [
    ...Object.keys(linkedPages).map((name) => `page:${name}`),
    ...linkedFiles({}).map((name) => `file:${name}`),
  ];
  const text = [...marks, 'article:a-tale', 'https://example.org/', 'mailto:a@example.org'].map((to) => `[x](${to})`);
  const html = await shown({ [landing]: `${text.join(' ')}\n` });
  expect([...(html ?? '').matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
    ...Object.values(linkedPages).map((path) => `to:${path}`),
    ...linkedFiles({}).map((path) => `file:${path}`),
    'to:articles/a-tale/',
    'https://example.org/',
    'mailto:a@example.org',
  ]);
});

test('words under a condition are printed where it holds', async () => {
  const text =
    '[registered](when:doi)[not registered](unless:doi) [write to {contact}](when:contact)[no address](unless:contact)\n';
  expect(await shown({ [landing]: text })).toBe('<p>not registered no address</p>');
  const registered = changed(
    yaml,
    'site:',
    'contact: a@trial.example\ndoi: { prefix: "10.1234", registered: true }\nsite:',
  );
  expect(await shown({ ...registered, [landing]: text })).toBe(
    '<p>registered write to <a href="mailto:a@trial.example">a@trial.example</a></p>',
  );
});

test('a brace and an angle bracket of the text are written with a backslash', async () => {
  expect(await shown({ [landing]: 'a \\{brace} and a \\<tag>\n' })).toBe('<p>a {brace} and a &#x3C;tag></p>');
});

test.each<[name: string, text: string, line: number, what: RegExp, fix: RegExp]>([
  ['an import', "Words.\n\nimport fs from 'fs'\n", 3, /no code is run/, /plain Markdown/],
  ['an export', 'export const x = 1\n', 1, /no code is run/, /plain Markdown/],
  ['an expression', 'Home: {process.env.HOME}\n', 1, /\{process\.env\.HOME\} is not a fact/, /use one of \{name\}/],
  ['an expression on its own line', 'Words.\n\n{1 + 1}\n', 3, /\{1 \+ 1\} is not a fact/, /use one of \{name\}/],
  ['a fact that there is not', 'By {publishers}\n', 1, /\{publishers\} is not a fact/, /\{publisher\}/],
  ['a name that every object has', 'By {constructor}\n', 1, /is not a fact/, /\{publisher\}/],
  ['an expression that is none', 'By {a b}\n', 1, /cannot be read/, /\\\{/],
  ['an element', 'Words.\n\n<Callout>\n\nx\n\n</Callout>\n', 3, /element <Callout> is unknown/, /plain Markdown/],
  ['an element in a line', 'Some <b onclick="x()">bold</b> words\n', 1, /no place in a page/, /\\</],
  ['a script', '<script>alert(1)</script>\n', 1, /no place in a page|unknown/, /plain Markdown/],
  ['an image', '![x](https://example.org/x.png)\n', 1, /"image" has no place/, /plain Markdown/],
  ['a table', '| a |\n|---|\n| b |\n', 1, /"table" has no place/, /plain Markdown/],
  ['a script as an address', '[x](javascript:alert%281%29)\n', 1, /leads nowhere that is known/, /page:NAME/],
  ['a relative address', '[x](../about/index.html)\n', 1, /leads nowhere that is known/, /page:NAME/],
  ['a page that there is not', '[x](page:constructor)\n', 1, /no page "constructor"/, /about/],
  ['a file that there is not', '[x](file:../secret)\n', 1, /no file "\.\.\/secret"/, /catalog\.json/],
  ['an article that there is not', '[x](article:nobody)\n', 1, /no article "nobody"/, /a-tale, yek-dastan/],
  ['an address that is none', '[x](https://exa[mple)\n', 1, /not a valid address/, /correct/],
  ['a condition that there is not', '[x](when:sunny)\n', 1, /"sunny" is not a condition/, /doi, contact/],
  ['an address for mail that is not given', 'Write to {contact}\n', 1, /has no contact/, /when:contact/],
  ['a mark that is not closed', 'See [about(page:about)\n', 1, /square bracket is not closed/, /close/],
  ['a title of its own', 'Words.\n\n# Title\n', 3, /title of its own/, /##/],
  ['a direction override', 'Words\n\nand \u202ewords\n', 3, /U\+202E/, /remove it/],
  ['a direction override as an escape', 'and &#x202e;words\n', 1, /U\+202E/, /remove it/],
  ['a byte order mark', '\ufeffWords\n', 1, /byte order mark/, /UTF-8 without BOM/],
])('%s is refused with file, line and fix', async (_, text, line, what, fix) => {
  const faults = await faultsOf({ [landing]: text });
  expect(faults.map((one) => one.what).join('\n')).toMatch(what);
  const found = faults.find((one) => what.test(one.what));
  expect(found).toMatchObject({ file: landing, line });
  expect(found?.fix).toMatch(fix);
});

test('an Arabic letter is refused on a page in Persian, and on no other', async () => {
  expect(await faultsOf({ 'content/pages/landing.fa.mdx': 'كتاب\n' })).toMatchObject([
    { line: 1, what: 'an Arabic letter is used for a Persian one near "كتاب"', fix: expect.stringContaining('ک') },
  ]);
  expect(await faultsOf({ [landing]: 'كتاب\n' })).toEqual([]);
});

test('a page of its own begins with its title and has no other', async () => {
  expect(await faultsOf({ [about]: 'Words.\n' })).toMatchObject([
    { file: about, line: 1, what: 'the page has no title' },
  ]);
  expect(await faultsOf({ [about]: '# One\n\n# Two\n' })).toMatchObject([
    { file: about, line: 3, what: 'the page has a second title' },
  ]);
});

test.each([
  'content/pages/About.en.mdx',
  'content/pages/about.de.mdx',
  'content/pages/about.mdx',
  'content/pages/x.txt',
])('a file %s that no page has is refused', async (file) => {
  const [fault] = await faultsOf({ [file]: 'Words.\n' });
  expect(fault).toMatchObject({ file, line: 1, what: 'no page of an edition has this name' });
  expect(fault?.fix).toContain(ownPageNames.join(', '));
});

test('a page in a language of the interface that the edition has not is told, with both ways out', async () => {
  const file = 'content/pages/about.ar.mdx';
  expect((await faultsOf({ [file]: 'Words.\n' }))[0]).toMatchObject({
    file,
    line: 1,
    what: 'the edition has no pages in this language (ar)',
    fix: 'delete the file, or add ar to languages in content/edition.yaml',
  });
});

test('what editors and systems leave beside the pages is passed over', async () => {
  expect(await faultsOf({ 'content/pages/.DS_Store': '\u0000', 'content/pages/.about.en.mdx.swp': 'x' })).toEqual([]);
});

const team = { 'content/pages/team.en.mdx': '# Our team\n\nAnn.\n', 'content/pages/team.fa.mdx': '# گروه ما\n\nآن.\n' };

test('a page that the edition adds has a place in the menu, under its title, and can be linked', async () => {
  const files = { ...team, [landing]: '[Who we are](page:team)\n' };
  const { edition } = await loadFacts(await makeEdition(files));
  expect(addedPages(edition.pages, 'en')).toEqual([{ name: 'team', title: 'Our team' }]);
  expect(addedPages(edition.pages, 'fa')).toEqual([{ name: 'team', title: 'گروه ما' }]);
  expect(await shown(files)).toContain('<a href="to:team/">Who we are</a>');
  expect(await shown(files, 'team')).toContain('<h1 id="our-team">Our team</h1>');
  expect(sitemapPages(edition).map((one) => one.path)).toContain('team/');
});

test('a page that takes the address of another, or is in one language only, is refused', async () => {
  for (const name of ['search', 'articles', 'en', 'oai', 'authors']) {
    const file = `content/pages/${name}.en.mdx`;
    const [fault] = await faultsOf({ [file]: '# Ours\n' });
    expect(fault, name).toMatchObject({
      file,
      line: 1,
      what: `at the address ${name}/ stands a page of every edition`,
    });
    expect(fault?.fix).toBe('give the page another name');
  }
  for (const name of ['Team', 'our team', 'تیم'])
    expect((await faultsOf({ [`content/pages/${name}.en.mdx`]: '# Ours\n' }))[0]?.what).toBe(
      'no page of an edition has this name',
    );
  const [alone] = await faultsOf({ 'content/pages/team.en.mdx': '# Our team\n' });
  expect(alone?.what).toBe('the page "team" is not there in the other language of the edition, fa');
  const [untitled] = await faultsOf({ ...team, 'content/pages/team.en.mdx': 'Ann.\n' });
  expect(untitled?.what).toBe('the page has no title');
});
