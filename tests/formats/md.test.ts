import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parseDocument } from 'yaml';
import { worksOf } from '../../src/edition/mentions.ts';
import { type Article, type Edition, latestVersion, plainText } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { md } from '../../src/formats/md/index.ts';
import { numberedStyle } from '../../src/formats/md/style.ts';
import { cslJson } from '../../src/formats/references/csl-json.ts';
import { sayNumber } from '../../src/text/digits.ts';
import { directionOf } from '../../src/text/languages.ts';
import { attacked, bare, longWord, specials, strange } from '../helpers/articles.ts';
import { makeEdition } from '../helpers/edition.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing, pandoc } from '../helpers/installed.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

const write = (article: Article, of: Edition = edition) =>
  md.write({ edition: of, article, version: latestVersion(article) }) as string;

/** The Markdown without its front matter. */
const bodyOf = (markdown: string) => markdown.replace(/^---\n.*?\n---\n/s, '');

/** Special signs as a reader sees them: what cannot be printed is a sign. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
const shownSpecials = specials.replace(/[\u0001\u000c\ufffe]/g, '\ufffd');

test('the front matter is YAML, and names the files beside it', () => {
  for (const article of edition.articles) {
    const [, yaml] = /^---\n(.*?)\n---\n/s.exec(write(article)) ?? [];
    expect(parseDocument(yaml ?? '').toJS()).toMatchObject({
      title: article.titles[article.language]?.value,
      lang: article.language,
      dir: directionOf(article.language),
      version: latestVersion(article).number,
      rights: article.rights.uri,
      bibliography: `${article.slug}.references.csl.json`,
      csl: `${article.slug}.csl`,
    });
  }
});

test('a title that is doubtful says so, in the language of the text, and one that is sure does not', () => {
  for (const article of edition.articles.filter(({ language }) => language === 'fa')) {
    const { value, certainty } = article.titles.en ?? {};
    const doubt = certainty === 'uncertain' ? ' (نامطمئن)' : '';
    expect(write(article).split('\n')).toContain(`[${value}]{lang=en dir=ltr}${doubt}`);
  }
});

test('every citation stands as it is printed and as pandoc reads it, with a key of the list beside', () => {
  for (const article of edition.articles) {
    const version = latestVersion(article);
    const markdown = write(article);
    const keys = new Set(JSON.parse(cslJson.writeWorks(worksOf(version))).map(({ id }: { id: string }) => id));
    for (const { id, key, locator } of version.citations) {
      expect(keys).toContain(key);
      expect(markdown).toContain(`[@${key}${locator ? `, ${locator}` : ''}]]{#${id} .citation}`);
    }
  }
});

/** What another Markdown parser reads as text, block for block. */
function blocksOf(markdown: string): string[] {
  const text = (node: Nodes): string =>
    'value' in node ? node.value : 'children' in node ? node.children.map(text).join('') : '';
  return unified().use(remarkParse).use(remarkGfm).parse(bodyOf(markdown)).children.map(text);
}

test('special signs are text to a parser that knows no pandoc, wherever they stand', () => {
  const blocks = blocksOf(write(strange(edition.articles[0] as Article)));
  const body = (latestVersion(strange(edition.articles[0] as Article)).body ?? []).filter(
    (block) => block.type === 'paragraph',
  );
  for (const block of body) {
    const shown = plainText(block.children) === specials ? shownSpecials : plainText(block.children);
    expect(blocks.some((text) => text.endsWith(`} ${shown}`))).toBe(true);
  }
});

describe('pandoc', needing(pandoc), () => {
  /** Runs pandoc in a folder that holds the article's Markdown and the files beside it. */
  async function convert(article: Article, of: Edition, ...options: string[]): Promise<Buffer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const beside = path.join(folder, article.slug);
    await writeFile(`${beside}.md`, write(article, of));
    await writeFile(`${beside}.csl`, numberedStyle);
    await writeFile(`${beside}.references.csl.json`, cslJson.writeWorks(worksOf(latestVersion(article))));
    const out = path.join(folder, 'out');
    const run = spawnSync('pandoc', [`${article.slug}.md`, '-o', out, ...options], { cwd: folder, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    return readFile(out);
  }

  interface Node {
    readonly t: string;
    readonly c?: unknown;
  }

  /** Every node of pandoc's tree of that kind. */
  function nodes(tree: unknown, kind: string): Node[] {
    if (Array.isArray(tree)) return tree.flatMap((one) => nodes(one, kind));
    if (typeof tree !== 'object' || tree === null) return [];
    const own = (tree as Node).t === kind ? [tree as Node] : [];
    return [...own, ...Object.values(tree).flatMap((one) => nodes(one, kind))];
  }

  /** The text of a node, citations and notes left out. */
  function textOf(tree: unknown): string {
    if (Array.isArray(tree)) return tree.map(textOf).join('');
    if (typeof tree !== 'object' || tree === null) return '';
    const { t, c } = tree as Node;
    if (t === 'Str') return c as string;
    if (t === 'Space' || t === 'SoftBreak') return ' ';
    if (t === 'Cite' || t === 'Note') return '';
    if (t === 'Span') return textOf((c as unknown[])[1]);
    if (t === 'Link') return textOf((c as unknown[])[1]);
    return textOf(c);
  }

  const treeOf = async (article: Article, of: Edition = edition) =>
    JSON.parse((await convert(article, of, '-t', 'json')).toString());

  test('reads a citation wherever the text has one, and a note wherever it calls one', async () => {
    for (const article of edition.articles) {
      const version = latestVersion(article);
      const tree = await treeOf(article);
      const cited = nodes(tree, 'Cite').map(({ c }) =>
        (c as [{ citationId: string }[]])[0].map((one) => one.citationId),
      );
      expect(cited).toEqual(version.citations.map(({ key }) => [key]));
      expect(nodes(tree, 'Note')).toHaveLength(version.notes.length);
    }
  });

  test('reads every paragraph word for word, under its id', async () => {
    for (const article of edition.articles) {
      const paragraphs = nodes((await treeOf(article)).blocks, 'Para');
      for (const block of latestVersion(article).body) {
        if (block.type !== 'paragraph') continue;
        const found = paragraphs.find((one) => JSON.stringify(one).includes(`["${block.id}",["paragraph"]`));
        // A space stands before each citation; supplied words stand in brackets.
        const bare = (text: string) => text.replaceAll(/[[\]\s]/g, '');
        const number = sayNumber(block.number as number, article.language);
        expect(bare(textOf(found))).toBe(bare(`¶${number}${plainText(block.children)}`));
      }
    }
  });

  test('makes a DOCX in which each citation leads to its work, and every link to a place that exists', async () => {
    for (const article of edition.articles) {
      const version = latestVersion(article);
      const docx = unzipSync(await convert(article, edition, '--citeproc', '-t', 'docx'));
      const xml = Buffer.from(docx['word/document.xml'] as Uint8Array).toString();
      const targets = [...xml.matchAll(/w:anchor="([^"]*)"/g)].map(([, target]) => target as string);
      const places = new Set([...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]*)"/g)].map(([, name]) => name));
      expect(targets.filter((target) => target.startsWith('ref-'))).toHaveLength(version.citations.length);
      for (const target of targets) expect(places).toContain(target);
      expect(xml.includes('<w:bidi')).toBe(article.language === 'fa');
    }
  });

  test('reads special signs as text, and keeps every cell of a wide table', async () => {
    const article = strange(edition.articles[0] as Article);
    const tree = await treeOf(article);
    const paragraphs = nodes(tree.blocks, 'Para').map(textOf);
    for (const block of latestVersion(article).body) {
      if (block.type !== 'paragraph') continue;
      const shown = plainText(block.children) === specials ? shownSpecials : plainText(block.children);
      expect(paragraphs.some((text) => text.endsWith(` ${shown}`))).toBe(true);
    }
    const [table] = nodes(tree.blocks, 'Table');
    expect(textOf(table)).toContain('خانه 14');
    expect(textOf(table)).toContain(longWord);
    expect(nodes(tree, 'Cite')).toEqual([]);
    expect(nodes(tree, 'RawInline')).toEqual([]);
    expect(nodes(tree, 'RawBlock')).toEqual([]);
    expect(nodes(tree, 'Math')).toEqual([]);
  });

  test.each([
    ['hostile texts in every field', attacked],
    ['no abstract, notes or works', bare],
    ['special signs', strange],
  ])('makes a DOCX of an article with %s', async (_, change) => {
    await convert(change(edition.articles[1] as Article), edition, '--citeproc', '-t', 'docx');
  });

  test('reads an article in English from left to right', async () => {
    const small = await loadEdition(await makeEdition());
    const tree = await treeOf(small.articles[0] as Article, small);
    expect(tree.meta.dir.c[0].c).toBe('ltr');
    expect(nodes(tree.blocks, 'Header').map(textOf)).toContain('Beginning');
  });
});
