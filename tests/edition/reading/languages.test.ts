import { expect, test } from 'vitest';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { makeEdition } from '../../helpers/edition.ts';
import { faultsOf } from '../../helpers/faults.ts';
import { journalOfLanguages, samples } from '../../helpers/languages.ts';

const facts = (tag: string) => `content/articles/in-${tag}/article.yaml`;
const text = (tag: string) => `content/articles/in-${tag}/1.0.0.mdx`;

/** The journal of seven languages, with one file changed. */
const changed = (file: string, from: string | RegExp, to: string): Record<string, string | null> => ({
  ...journalOfLanguages,
  [file]: (journalOfLanguages[file] as string).replace(from, to),
});

test.each([
  ['an unknown tag', facts('fr'), 'language: fr', 'language: qq', 1, /language: must be the BCP 47 tag of a language/],
  ['a malformed tag', facts('fr'), 'language: fr', 'language: "fr_FR!"', 1, /must be the BCP 47 tag of a language/],
  ['a tag in other letters', facts('fr'), 'titles: { fr:', 'titles: { FR:', 3, /is written fr/],
  ['a title under no language', facts('fr'), 'titles: { fr:', 'titles: { fr: "Port", qq:', 3, /that of no language/],
  ['an abstract in no language', text('fr'), 'lang="fr"', 'lang="qq"', 1, /"qq" is no tag of a language/],
  ['words in no language', text('fr'), /$/, ' [mot](lang:qq)\n', 12, /"qq" is no tag of a language/],
  [
    'an interface that does not exist',
    'content/edition.yaml',
    '[en]',
    '[en, ur]',
    6,
    /must be languages that the interface speaks/,
  ],
  ['no interface', 'content/edition.yaml', '[en]', '[]', 6, /must be languages that the interface speaks/],
  ['an interface twice', 'content/edition.yaml', '[en]', '[en, en]', 6, /languages/],
  ['a reason in no language', 'bibliography/in-fr.bib', 'reasonen', 'reasonqq', 9, /unknown field "reasonqq"/],
  [
    'a work in no language',
    'bibliography/in-fr.bib',
    'langid = {ar}',
    'langid = {qq}',
    6,
    /must be the BCP 47 tag of a language/,
  ],
])('%s is refused with its file, its line, and what to write', async (_, file, from, to, line, what) => {
  const faults = await faultsOf(changed(file, from, to));
  const fault = faults.find((one) => what.test(one.what));
  expect(faults.map((one) => `${one.file}:${one.line} ${one.what}`).join('\n')).toMatch(what);
  expect(fault).toMatchObject({ file, line });
  expect(fault?.fix).not.toBe('');
});

test.each([
  ['a title', facts('en'), 'titles: { en: "The', 'titles: { en: "X", ur: "The', 3, 'a title'],
  ['keywords', facts('en'), 'keywords: { en:', 'keywords: { ckb:', 8, 'the list of keywords'],
  ['an abstract', text('en'), 'lang="en"', 'lang="fa"', 1, 'the abstract'],
  ['words in a text', text('fa'), 'در بندر ماندند.[^1]', 'در [port](lang:he) ماندند.[^1]', 9, '"port"'],
  ['the title of a work', 'bibliography/in-en.bib', 'langid = {az}', 'langid = {ps}', 13, 'the title of quliyev2014c'],
])(
  '%s in Latin letters alone under the tag of a language from right to left is told, and not refused',
  async (_, file, from, to, line, what) => {
    const edition = await loadEdition(await makeEdition(changed(file, from, to)));
    const doubts = edition.articles.flatMap(({ versions }) => versions.flatMap((version) => version.doubts));
    const doubt = doubts.find((one) => one.what.startsWith(what));
    expect(doubts.map((one) => `${one.file}:${one.line} ${one.what}`)).toContainEqual(expect.stringContaining(what));
    expect(doubt).toMatchObject({ file, line });
    expect(doubt?.fix).toMatch(/-Latn/);
  },
);

test('words of a language from right to left in Latin letters have a tag of their own, of which nothing is told', async () => {
  const file = text('fa');
  const edition = await loadEdition(
    await makeEdition(changed(file, 'در بندر ماندند.[^1]', 'در [bandar](lang:fa-Latn) ماندند.[^1]')),
  );
  expect(edition.articles.flatMap(({ versions }) => versions.flatMap(({ doubts }) => doubts))).toEqual([]);
});

test('so is a text', async () => {
  const { heading = '', text: said = '' } = samples['ar'] ?? {};
  const latin = (journalOfLanguages[text('ar')] as string)
    .replaceAll(said, 'Ships stayed.')
    .replace(heading, 'Opening');
  const edition = await loadEdition(await makeEdition({ ...journalOfLanguages, [text('ar')]: latin }));
  const doubts = edition.articles.flatMap(({ versions }) => versions.flatMap((version) => version.doubts));
  expect(doubts.map(({ file, line, what }) => `${file}:${line} ${what.split(' has ')[0]}`)).toEqual([
    `${facts('ar')}:1 the text`,
    `${text('ar')}:1 the abstract`,
  ]);
});
