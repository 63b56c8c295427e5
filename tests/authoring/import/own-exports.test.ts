/** What an edition exports, imported again: the same text, notes, citations and works, but for what docs/importing.md names. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { latestVersion, plainText, type Subject, type Version } from '../../../src/edition/model.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { gridOf } from '../../../src/edition/tables.ts';
import { jats } from '../../../src/formats/jats/index.ts';
import { md } from '../../../src/formats/md/index.ts';
import { cslJson } from '../../../src/formats/references/csl-json.ts';
import { editionOfConstructs } from '../../helpers/constructs.ts';
import { type Desk, makeDesk } from '../../helpers/desk.ts';
import { writeEdition } from '../../helpers/edition.ts';
import { slugs } from '../../helpers/figures.ts';

/** What a version says, without where it stands in files. */
function told(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(told);
  if (typeof tree !== 'object' || tree === null) return tree;
  // The name by which the file calls a formula is in no export: these have its anchor.
  const places = ['line', 'source', 'file', 'calledIn', ...('tex' in tree ? ['name'] : [])];
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) =>
      places.includes(name) || value === undefined ? [] : [[name, told(value)]],
    ),
  );
}

/** Tables by the words of each row and column: Markdown has no merged cells. */
const withPlainTables = ({ body, notes }: Version) =>
  told([
    body.map((block) =>
      block.type === 'table'
        ? {
            ...block,
            head: [],
            rows: gridOf([...block.head, ...block.rows]).map((row) =>
              row.map((place) => place && plainText(place.cell.text)),
            ),
          }
        : block,
    ),
    notes,
  ]);

/** Texts whose lines run on, with the glossary before the appendices: JATS has no other. */
function asInJats({ body, notes }: Version): unknown {
  const flat = (tree: unknown): unknown => {
    if (Array.isArray(tree)) {
      const list: unknown[] = [];
      for (const one of tree.map(flat) as { type?: string; value?: string }[]) {
        const before = list.at(-1) as typeof one | undefined;
        if (before?.type === 'text' && one?.type === 'text')
          list.splice(-1, 1, { type: 'text', value: `${before.value}${one.value}` });
        else list.push(one);
      }
      return list;
    }
    if (typeof tree !== 'object' || tree === null) return tree;
    if ((tree as { type?: string }).type === 'lineBreak') return { type: 'text', value: ' ' };
    return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, flat(value)]));
  };
  const isAppendix = (block: Version['body'][number]) => block.type === 'part' && block.kind === 'appendix';
  return flat(told([[...body.filter((block) => !isAppendix(block)), ...body.filter(isAppendix)], notes]));
}

describe('an article with every construct', () => {
  let root: string;
  let files: Readonly<Record<string, Buffer>>;

  beforeAll(async () => {
    root = await editionOfConstructs();
    const folder = path.join(root, 'content/articles', slugs.en, 'files');
    const names = await readdir(folder);
    files = Object.fromEntries(
      await Promise.all(names.map(async (name) => [`files/${name}`, await readFile(path.join(folder, name))] as const)),
    );
  });

  afterAll(() => rm(root, { recursive: true }));

  const subjectIn = async (language: 'fa' | 'en'): Promise<Subject> => {
    const edition = await loadEdition(root);
    const article = edition.articles.find(({ slug }) => slug === slugs[language]);
    if (!article) throw new Error(`no article in ${language}`);
    return { edition, article, version: latestVersion(article) };
  };

  const again = async (name: string, content: string) => {
    const desk = await makeDesk({ ...files, [name]: content });
    const { stdout, stderr } = await desk.take(name);
    expect(stderr).toBe('');
    return { stdout, ...(await desk.made()) };
  };

  test.each(['fa', 'en'] as const)('is the same text after Markdown, in %s', async (language) => {
    const subject = await subjectIn(language);
    const { version, stdout } = await again('again.md', md.write(subject) as string);
    expect(withPlainTables(version)).toEqual(withPlainTables(subject.version));
    expect(told(version.abstracts)).toEqual(told(subject.version.abstracts));
    expect(version.files.map(({ name }) => name)).toEqual(subject.version.files.map(({ name }) => name));
    expect(stdout).not.toMatch(/lost|left out|leads nowhere/);
  });

  test.each(['fa', 'en'] as const)('is the same text after JATS, in %s', async (language) => {
    const subject = await subjectIn(language);
    const { version, stdout } = await again('again.xml', jats.write(subject) as string);
    expect(asInJats(version)).toEqual(asInJats(subject.version));
    expect(told(version.abstracts)).toEqual(told(subject.version.abstracts));
    expect(stdout).not.toMatch(/lost|left out|leads nowhere/);
  });
});

const works = `@article{wood2011, author = {Wood, Ann and Hill, Bo}, title = {Lamps of the Coast}, journaltitle = {Coastal Notes}, volume = {7}, number = {2}, pages = {11--20}, date = {2011-04-09}, doi = {10.1234/lamps}, issn = {1553-7358}, langid = {english}}
@article{nemuneh1391, author = {نمونه، مریم and آزمون، بهرام}, authorlatin = {Nemuneh, Maryam and Azmun, Bahram}, title = {چراغ‌ها}, titletranslated = {Lamps}, journaltitle = {دریا}, journaltranslated = {The Sea}, date = {2012/2013}, yearprinted = {1391}, pages = {5}, langid = {persian}}
@book{roe2012, author = {Roe, Max}, translator = {Poe, Edna}, origtitle = {Feux}, origdate = {1869}, title = {Fogs}, publisher = {Harbour Press}, location = {North Bay}, edition = {2}, isbn = {978-0-306-40615-7}, date = {2012}, langid = {english}}
@incollection{doe2010, author = {Doe, Jane}, title = {Lights}, booktitle = {Coasts}, editor = {Low, Ed}, publisher = {Harbour Press}, pages = {3--9}, date = {2010}, langid = {english}}
@thesis{sun2013, author = {Sun, Li}, title = {Beams}, institution = {University of Lights}, type = {PhD thesis}, date = {2013}, langid = {english}}
@online{office2020, author = {{Office of Harbours}}, title = {Depths}, url = {https://example.org/depths}, date = {2020-05-06}, langid = {english}}
@inproceedings{ray2014, author = {Ray, Ann and others}, title = {Rays}, booktitle = {Proceedings of Lamps}, eventtitle = {Lamps 2014}, date = {2014}, langid = {english}}
`;

const citing = `---
title: Cited lamps
author: Ann Wood
---

# Lamps

They burn [@wood2011, p. 12; @doe2010], as @roe2012 [pp. 3-5] says, in *both* bays [see @nemuneh1391, 7; @sun2013].

Others [@office2020] agree [@ray2014, chap. 3].^[But not all of them [@wood2011].]
`;

describe('an article that cites works of many kinds', () => {
  let first: Awaited<ReturnType<Desk['made']>>;
  let subject: Subject;
  let root: string;

  afterAll(() => rm(root, { recursive: true }));

  beforeAll(async () => {
    const desk = await makeDesk({ 'paper.md': citing, 'paper.bib': works }, writeEdition);
    root = desk.root;
    const { stderr } = await desk.take('paper.md', '--bibliography', path.join(desk.root, 'desk/paper.bib'));
    expect(stderr).toBe('');
    first = await desk.made();
    subject = { edition: await loadEdition(desk.root), ...first };
  });

  const citationsOf = ({ citations }: Version) =>
    citations.map(({ key, locator, children }) => [key, locator, plainText(children)]);

  test.each(['md', 'xml'] as const)('cites the same works at the same places after %s', async (ending) => {
    const desk = await makeDesk({
      'again.md': md.write(subject) as string,
      'made.references.csl.json': cslJson.writeWorks(first.version.works),
      'again.xml': jats.write(subject) as string,
    });
    const { stdout, stderr } = await desk.take(`again.${ending}`);
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/cannot be kept|has no work/);
    const { version } = await desk.made();
    expect(version.works).toHaveLength(7);
    expect(told(version.works)).toEqual(told(first.version.works));
    expect(citationsOf(version)).toEqual(citationsOf(first.version));
    expect(told([version.body, version.notes])).toEqual(told([first.version.body, first.version.notes]));
  });
});
