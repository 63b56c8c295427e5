/** The files that an article publishes: what is published, what waits as an open point, what is refused, and that a release holds it. */
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { release } from '../../../src/authoring/release.ts';
import { newVersion } from '../../../src/authoring/version.ts';
import { plainText, type Version } from '../../../src/edition/model.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { ContentFaults, type Fault } from '../../../src/faults.ts';
import { makeEdition } from '../../helpers/edition.ts';
import { addFiles, figureFiles, png, slugs, svg } from '../../helpers/figures.ts';

const mdx = `content/articles/${slugs.en}/1.0.0.mdx`;

/** An edition whose English article has that text and these files. */
async function withText(text: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const root = await makeEdition(figureFiles({ en: text, fa: 'پایان.\n' }));
  await addFiles(root, slugs.en, files);
  return root;
}

/** The version that is read, or what is wrong. */
async function read(root: string): Promise<{ version?: Version; faults: readonly Fault[] }> {
  try {
    const { articles } = await loadEdition(root);
    const version = articles.find(({ slug }) => slug === slugs.en)?.versions.at(-1);
    return version ? { version, faults: [] } : { faults: [] };
  } catch (error) {
    if (error instanceof ContentFaults) return { faults: error.faults };
    throw error;
  }
}

const figure = (name: string) => `Before.\n\n<Figure src="files/${name}" alt="A thing">\n\nCaption.\n\n</Figure>\n`;

/** Expects one fault at the figure, with a fix. */
async function expectRefused(root: string, what: RegExp, fix: RegExp, line = 3): Promise<void> {
  const { faults } = await read(root);
  expect(faults.map((one) => [one.file, one.line])).toEqual([[mdx, line]]);
  expect(faults[0]?.what).toMatch(what);
  expect(faults[0]?.fix).toMatch(fix);
}

describe('an image', () => {
  test.each(['png', 'jpeg', 'webp'] as const)(
    'in %s is published with its size, its digest and its bytes',
    async (format) => {
      const name = `map.${format}`;
      const content = await sharp(await png(30, 20))
        .toFormat(format)
        .toBuffer();
      const { version, faults } = await read(await withText(figure(name), { [name]: content }));
      expect(faults).toEqual([]);
      expect(version?.files.map((file) => [file.name, file.size, file.bytes])).toEqual([
        [name, { width: 30, height: 20 }, content.length],
      ]);
    },
  );

  test('that a camera turned has the size that is seen', async () => {
    const turned = await sharp(await png(30, 20))
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { version } = await read(await withText(figure('map.jpg'), { 'map.jpg': turned }));
    expect(version?.files[0]?.size).toEqual({ width: 20, height: 30 });
  });

  test('in SVG that says only its proportions is as wide as a text', async () => {
    const { version, faults } = await read(await withText(figure('map.svg'), { 'map.svg': svg }));
    expect(faults).toEqual([]);
    expect(version?.files[0]?.size).toEqual({ width: 800, height: 400 });
  });

  test.each<[string, string, () => Promise<string | Uint8Array>, RegExp, RegExp]>([
    [
      'cut off in the middle',
      'map.png',
      async () =>
        (
          await sharp({
            create: {
              width: 300,
              height: 300,
              channels: 3,
              background: '#123',
              noise: { type: 'gaussian', mean: 9, sigma: 9 },
            },
          })
            .png()
            .toBuffer()
        ).subarray(0, 9000),
      /cannot be read as an image/,
      /save it again/,
    ],
    ['of letters', 'map.png', async () => 'no image', /cannot be read as an image/, /save it again/],
    [
      'of another format than its name says',
      'map.png',
      async () =>
        sharp(await png(3, 3))
          .jpeg()
          .toBuffer(),
      /is JPEG, and its name says PNG/,
      /rename/,
    ],
    ['40,000 pixels wide', 'map.png', () => png(40_000, 2), /40000 × 2 pixels/, /-resize/],
    [
      'in TIFF',
      'map.tif',
      async () =>
        sharp(await png(3, 3))
          .tiff()
          .toBuffer(),
      /\(\.tif\)/,
      /magick map\.tif map\.png/,
    ],
    ['in EPS', 'map.eps', async () => '%!PS', /\(\.eps\)/, /--export-filename=map\.svg/],
    ['of nothing', 'map.png', async () => '', /is empty/, /put the file there again/],
    ['over 50 MB', 'map.png', async () => new Uint8Array(50_000_001), /50 are allowed/, /make it smaller/],
  ])('%s is refused', async (_, name, content, what, fix) => {
    await expectRefused(await withText(figure(name), { [name]: await content() }), what, fix);
  });

  test.each([
    ['a script', svg.replace('<title>', '<script>alert(1)</script><title>'), /holds <script>/],
    ['a script of a click', svg.replace('<rect', '<rect onclick="alert(1)"'), /script \(onclick\)/],
    ['a foreign image', svg.replace('<title>', '<image href="https://example.org/a.png"/><title>'), /from elsewhere/],
    [
      'a foreign image by its old name',
      svg
        .replace('<svg ', '<svg xmlns:l="http://www.w3.org/1999/xlink" ')
        .replace('<title>', '<image l:href="//example.org/a.png"/><title>'),
      /from elsewhere/,
    ],
    ['a foreign fill', svg.replace('fill="#c33"', 'fill="url(https://example.org/a.svg#b)"'), /from elsewhere/],
    ['a foreign style', svg.replace('<title>', '<style>@import "https://example.org/a.css";</style><title>'), /style/],
    ['a hidden style', svg.replace('<title>', '<style>rect{fill:\\75rl(//example.org)}</style><title>'), /style/],
    ['a style sheet', `<?xml-stylesheet href="a.css"?>${svg}`, /loads a style sheet/],
    ['HTML', svg.replace('<title>', '<foreignObject><p>x</p></foreignObject><title>'), /foreignObject/],
    [
      'a script under another prefix',
      svg
        .replace('<svg ', '<svg xmlns:a="http://www.w3.org/2000/svg" ')
        .replace('<title>', '<a:script>alert(1)</a:script><title>'),
      /under another name/,
    ],
    [
      'a script in its metadata',
      svg.replace('<title>', '<metadata><script>alert(1)</script></metadata><title>'),
      /holds <script>/,
    ],
    [
      'an animation that leads away',
      svg.replace('<title>', '<set attributeName="href" to="javascript:alert(1)"/><title>'),
      /holds <set>/,
    ],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg}`, /entities/],
    ['no size', svg.replace(' viewBox="0 0 40 20"', ''), /does not say its size/],
    ['no end', svg.slice(0, -6), /cannot be read as SVG/],
  ])('in SVG with %s is refused', async (_, content, what) => {
    await expectRefused(await withText(figure('map.svg'), { 'map.svg': content }), what, /plain SVG/);
  });

  test('in SVG with the notes of a drawing program, gradients and a style of its own is published', async () => {
    const drawn = svg
      .replace(
        '<svg ',
        '<svg xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink" width="10cm" height="5cm" ',
      )
      .replace(
        '<title>',
        '<sodipodi:namedview pagecolor="#fff"/><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><style>rect{fill:url(#g)}</style><use xlink:href="#g"/><title>',
      );
    const { version, faults } = await read(await withText(figure('map.svg'), { 'map.svg': drawn }));
    expect(faults).toEqual([]);
    expect(version?.files[0]?.size).toEqual({ width: 378, height: 189 });
  });

  test('that is a link, or stands in a folder that is one, is refused', async () => {
    const root = await withText(figure('map.png'));
    const folder = path.join(root, 'content/articles', slugs.en, 'files');
    await writeFile(path.join(root, 'elsewhere.png'), await png(3, 3));
    await symlink(path.join(root, 'elsewhere.png'), path.join(folder, 'map.png'));
    await expectRefused(root, /is a link/, /put the file itself/);
    await rename(folder, path.join(root, 'files'));
    await symlink(path.join(root, 'files'), folder);
    await expectRefused(root, /is a link/, /put the file itself/);
  });

  test('that is a folder is refused', async () => {
    const root = await withText(figure('map.png'));
    await mkdir(path.join(root, 'content/articles', slugs.en, 'files/map.png'));
    await expectRefused(root, /is not a file/, /no folders/);
  });

  test.each([
    '../secret.png',
    'files/../secret.png',
    'https://example.org/a.png',
    '/etc/a.png',
    'files/نقشه.png',
    'files/a b.png',
    'files/a/b.png',
  ])('at %s is outside the folder, and refused', async (address) => {
    await expectRefused(
      await withText(figure('x').replace('files/x', address)),
      /is not a file of the article/,
      /ASCII/,
    );
  });
});

describe('a figure', () => {
  test.each([
    ['without an image', '<Figure>\n\nCaption.\n\n</Figure>\n', /neither an image nor a table/, 1],
    [
      'with an image in two ways',
      '<Figure src="files/a.png" alt="a">\n\n![b](files/a.png)\n\n</Figure>\n',
      /names an image and holds others/,
      1,
    ],
    [
      'that says its number again',
      '<Figure src="files/a.png" alt="a">\n\nFigure 1. A map\n\n</Figure>\n',
      /says "Figure 1"/,
      1,
    ],
    [
      'that decorates and says what it shows',
      '<Figure src="files/a.png" alt="a" decorative></Figure>\n',
      /decorative and says/,
      1,
    ],
    ['with an unknown field', '<Figure src="files/a.png" alt="a" width="3"></Figure>\n', /unknown field "width"/, 1],
  ])('%s is refused', async (_, text, what, line) => {
    await expectRefused(await withText(text, { 'a.png': await png(3, 3) }), what, /./, line);
  });

  test('without its image, what it shows or its licence is an open point of a draft, each with its line', async () => {
    const text =
      'Before.\n\n<Figure src="files/a.png" alt="A map"></Figure>\n\n<Figure src="files/b.png" licence="">\n\nB.\n\n</Figure>\n';
    const { version, faults } = await read(await withText(text, { 'b.png': await png(3, 3) }));
    expect(faults).toEqual([]);
    expect(version?.open.map(({ file, line, what }) => [file, line, what])).toEqual([
      [mdx, 3, 'files/a.png is not there'],
      [mdx, 5, 'files/b.png does not say what it shows'],
      [mdx, 5, 'the licence of the figure is not chosen yet'],
    ]);
  });
});

describe('a reference', () => {
  test.each([
    ['to nothing', '[](#fig-map)', /nothing is called "#fig-map"/],
    ['to a paragraph that is not there', '[](#p9)', /the text has no p9/],
    ['to a file without words', '[](files/a.csv)', /has no words/],
    ['to a page', '[page](files/a.html)', /cannot be published \(\.html\)/],
    ['out of the folder', '[page](files/../1.0.0.mdx)', /is not a file of the article/],
  ])('%s is refused', async (_, mark, what) => {
    const files = { 'a.csv': 'a', 'a.html': '<script>alert(1)</script>' };
    await expectRefused(await withText(`See ${mark}.\n`, files), what, /./, 1);
  });

  test('to a formula, before it and behind it, prints its number', async () => {
    const text =
      'See [](#eq-heat) and [](#eq-mass).\n\n```math eq-heat\nq = mc\n```\n\n- In a list:\n\n  ```math eq-mass\n  m = 1\n  ```\n';
    const { version, faults } = await read(await withText(text));
    expect(faults).toEqual([]);
    const [first] = version?.body ?? [];
    expect(first?.type === 'paragraph' && plainText(first.children)).toBe('See Equation 1 and Equation 2.');
  });

  test('to a file makes it one of the version, as part of its release', async () => {
    const { version, faults } = await read(await withText('See [data](files/a.csv).\n', { 'a.csv': 'a,b\n' }));
    expect(faults).toEqual([]);
    expect(version?.files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['a.csv', 'text/csv; charset=utf-8'],
    ]);
  });

  test.each([
    ['a name with a blank', 'id="fig map"', /"fig map" is not a name/],
    ['a name like an anchor', 'id="fig2"', /"fig2" is not a name/],
  ])('to %s cannot be made', async (_, id, what) => {
    await expectRefused(
      await withText(`<Figure ${id} src="files/a.png" alt="a"></Figure>\n`, { 'a.png': await png(3, 3) }),
      what,
      /fig-map/,
      1,
    );
  });
});

describe('a release', () => {
  const today = '2026-02-01';
  const text = figure('map.png');

  test('is refused while a point is open', async () => {
    const root = await withText(text);
    await expect(release(root, slugs.en, '1.0.0', today, today)).rejects.toThrow(
      /1\.0\.0\.mdx:3: files\/map\.png is not there/,
    );
  });

  test('holds the digest of each file, and refuses a changed one until it is as it was', async () => {
    const map = await png(30, 20);
    const root = await withText(text, { 'map.png': map });
    await release(root, slugs.en, '1.0.0', today, today);
    const list = await readFile(path.join(root, `content/articles/${slugs.en}/versions.yaml`), 'utf8');
    expect(list).toMatch(/files:\n\s+map\.png: [0-9a-f]{64}\n/);
    expect((await read(root)).version?.status).toBe('released');

    await addFiles(root, slugs.en, { 'map.png': await png(31, 20) });
    const { faults } = await read(root);
    expect(faults.map(({ file }) => file)).toEqual([`content/articles/${slugs.en}/files/map.png`]);
    expect(faults[0]?.what).toMatch(/version 1\.0\.0 is released and its file map\.png has changed/);
    expect(faults[0]?.fix).toMatch(/give the changed one a name of its own/);

    await addFiles(root, slugs.en, { 'map.png': map, 'map-2.png': await png(31, 20) });
    await newVersion(root, slugs.en, '1.0.1', today);
    const next = path.join(root, `content/articles/${slugs.en}/1.0.1.mdx`);
    await writeFile(next, text.replace('map.png', 'map-2.png'));
    const versions = path.join(root, `content/articles/${slugs.en}/versions.yaml`);
    await writeFile(
      versions,
      (await readFile(versions, 'utf8'))
        .replace('kind: ""', 'kind: correction')
        .replace('fa: "…"', 'fa: ن')
        .replace('en: "…"', 'en: N'),
    );
    const { version, faults: none } = await read(root);
    expect(none).toEqual([]);
    expect(version?.files.map(({ name }) => name)).toEqual(['map-2.png']);
  });

  test('whose list of digests is changed loses its seal', async () => {
    const root = await withText(text, { 'map.png': await png(30, 20) });
    await release(root, slugs.en, '1.0.0', today, today);
    const versions = path.join(root, `content/articles/${slugs.en}/versions.yaml`);
    const list = await readFile(versions, 'utf8');
    await writeFile(versions, list.replace(/ {2}files:\n.*\n/, ''));
    expect((await read(root)).faults[0]?.what).toMatch(/its seal would be/);
  });
});
