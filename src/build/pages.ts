import { rmSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'astro';
import { inLanguage, pages, type SitePath } from '../edition/addresses.ts';
import { type Edition, rootLanguage } from '../edition/model.ts';
import { searchAddress } from '../edition/search-engine.ts';
import { listFiles } from '../files.ts';
import { assetToken } from './asset-token.ts';
import { astroConfig } from './astro-config.ts';
import { rendering } from './leftovers.ts';
import { makeWorkplace } from './packages.ts';
import { secured } from './policy.ts';
import { type Shown, show } from './shown.ts';
import { makeTemporary } from './temporary.ts';

/**
 * Where Astro works: in one folder as long as the process lives, since the bundler goes on resolving paths from the working folder
 * of its first run. It is removed when the process ends, or swept away by the next build.
 */
let workplace: Promise<string> | undefined;

async function prepareWorkplace(): Promise<string> {
  const folder = await makeTemporary(tmpdir(), rendering);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return makeWorkplace(folder);
}

/** Ends when no pages are being rendered in this process. */
let rendered: Promise<unknown> = Promise.resolve();

/**
 * Renders pages with Astro. What they show and the working folder belong to the whole process, so that one rendering waits for
 * the other.
 *
 * @param shown what they show
 * @param fonts the folder of the fonts
 * @param work the folder for what is rendered
 * @returns the folder of the pages
 */
export function makePages(shown: Shown, fonts: string, work: string): Promise<string> {
  const pages = rendered.then(() => render(shown, fonts, work));
  rendered = pages.catch(() => undefined);
  return pages;
}

async function render(shown: Shown, fonts: string, work: string): Promise<string> {
  show(shown);
  workplace ??= prepareWorkplace();
  const folder = await workplace;
  // Nothing of the rendering before is taken for one of this.
  for (const name of await readdir(folder))
    if (name !== 'node_modules') await rm(path.join(folder, name), { recursive: true });
  // Astro puts the modules that render pages below the working folder of the process.
  const from = process.cwd();
  process.chdir(folder);
  try {
    await build({
      ...astroConfig({
        work: folder,
        fonts,
        theme: () => shown.edition.theme,
        languages: () => shown.edition.languages,
      }),
      configFile: false,
      site: shown.edition.site,
      logLevel: 'error',
    });
  } finally {
    process.chdir(from);
  }
  const pages = path.join(work, 'pages');
  await cp(path.join(folder, 'pages'), pages, { recursive: true });
  return pages;
}

/**
 * The text of a page or a style sheet with relative addresses of assets, so that the build works under any path and from a
 * folder: the way up to the root takes the place of the token.
 */
const related = (text: string, file: SitePath): string =>
  text.replaceAll(`${assetToken}/`, '../'.repeat(file.split('/').length - 1) || './');

/** What of an edition says where its pages stand. */
type Sited = Pick<Edition, 'site' | 'languages' | 'search'>;

/** Whether a file is the page of the search, in one of the languages. */
const isSearch = (file: SitePath, edition: Sited): boolean =>
  edition.languages.some((one) => file === `${inLanguage(pages.search, one, rootLanguage(edition))}index.html`);

/** A page as it stands in a site: with relative addresses of assets and its policy. */
const finished = (html: string, file: SitePath, edition: Sited): string =>
  secured(
    related(html, file),
    isSearch(file, edition) ? 'search' : 'reading',
    edition.site,
    edition.search && searchAddress(edition.search),
  );

/**
 * Puts the pages of an article among its files.
 *
 * @param edition where it stands, and in which languages
 */
export async function takeArticlePages(from: string, slug: string, files: string, edition: Sited): Promise<void> {
  for (const language of edition.languages) {
    const folder = inLanguage(pages.article(slug), language, rootLanguage(edition));
    for (const name of listFiles(path.join(from, folder))) {
      const file = `${folder}${name}`;
      await mkdir(path.dirname(path.join(files, file)), { recursive: true });
      await writeFile(path.join(files, file), finished(await readFile(path.join(from, file), 'utf8'), file, edition));
    }
  }
}

/** Puts everything but the pages of articles into a site, where these are not yet. */
export async function takeEditionPages(from: string, site: string, edition: Sited): Promise<void> {
  const ofArticles = edition.languages.map((language) => inLanguage('articles/', language, rootLanguage(edition)));
  for (const file of listFiles(from)) {
    if (ofArticles.some((folder) => file.startsWith(folder))) continue;
    await mkdir(path.dirname(path.join(site, file)), { recursive: true });
    const content = await readFile(path.join(from, file));
    const text = () => content.toString('utf8');
    await writeFile(
      path.join(site, file),
      file.endsWith('.html')
        ? finished(text(), file, edition)
        : file.endsWith('.css')
          ? related(text(), file)
          : content,
    );
  }
}
