/** Reads what an edition says of the issues of its journal: `content/issues/ID.yaml`. */
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../faults.ts';
import type { IssueCover, IssueFacts } from '../model.ts';
import { readFileOf } from './article-files.ts';
import { readContent } from './files.ts';
import { editionFile, issuesFolder } from './paths.ts';
import { issueSchema, slug } from './schemas.ts';
import { readYaml } from './yaml.ts';

/**
 * @param root the folder of the edition
 * @param slugs those of its articles
 * @returns the issues by their names, and what is wrong with their files: a name that is no address, an article that is not of the
 *   edition, one that two issues list
 */
export async function readIssues(
  root: string,
  slugs: readonly string[],
): Promise<{ issues: readonly IssueFacts[]; faults: readonly Fault[] }> {
  const names: readonly string[] = await readdir(path.join(root, issuesFolder)).catch(() => []);
  const issues: IssueFacts[] = [];
  const faults: Fault[] = [];
  const known = new Set(slugs);
  const places = new Map<string, string>();
  // Editors and systems leave files with a dot.
  for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
    const file = `${issuesFolder}/${name}`;
    // With the file of the issue that it is the cover of.
    if (isCover(name) && names.includes(`${stemOf(name)}.yaml`)) continue;
    const id = /^(.*)\.yaml$/.exec(name)?.[1];
    if (id === undefined || !slug.safeParse(id).success) {
      faults.push({
        file,
        line: 1,
        what: isCover(name)
          ? `the issue of which this would be the cover is not there: ${stemOf(name)}.yaml not found`
          : 'no issue can have this name, which is that of its page',
        fix: isCover(name)
          ? 'name the image as the file of its issue'
          : 'name it by lower-case ASCII letters and digits joined by single hyphens, such as 12-3.yaml, or move it away',
      });
      continue;
    }
    const content = await readContent(root, file);
    const read = 'faults' in content ? content : readYaml(content.text, issueSchema, file);
    if ('faults' in read) {
      faults.push(...read.faults);
      continue;
    }
    read.value.articles.forEach((article, index) => {
      const line = read.lineOf(['articles', index]);
      const earlier = places.get(article);
      if (!known.has(article))
        faults.push({
          file,
          line,
          what: `the edition has no article "${article}"`,
          fix: `correct the slug, or add the article to ${editionFile}`,
        });
      else if (earlier !== undefined)
        faults.push({
          file,
          line,
          what: `the article "${article}" is also listed in ${earlier}`,
          fix: 'list an article once, in the issue in which it appeared',
        });
      places.set(article, `${file}:${line}`);
    });
    const { cover: alt, ...facts } = read.value;
    const cover = await readCover(root, { id, alt, file, line: read.lineOf(['cover']), names });
    if (cover && 'what' in cover) faults.push(cover);
    issues.push({ id, ...facts, ...(cover && 'image' in cover ? { cover } : {}) });
  }
  return { issues, faults };
}

/** What the image on the cover of an issue can be: what every reader of books shows. */
const isCover = (name: string): boolean => /\.(?:png|jpe?g)$/.test(name);

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');

interface CoverOf {
  readonly id: string;
  /** What is said of it in the file of the issue. */
  readonly alt: IssueCover['alt'] | undefined;
  readonly file: string;
  readonly line: number;
  /** What lies beside the file. */
  readonly names: readonly string[];
}

/** The image with the name of the issue, or what is wrong with it; nothing where there is none. */
async function readCover(
  root: string,
  { id, alt, file, line, names }: CoverOf,
): Promise<IssueCover | Fault | undefined> {
  const images = names.filter((name) => isCover(name) && stemOf(name) === id);
  const [name] = images;
  if (name === undefined) {
    const fix = `put ${id}.png or ${id}.jpg beside this file, or take \`cover\` away`;
    return alt && { file, line, what: 'says what the cover shows, and there is no image of it', fix };
  }
  if (images.length > 1)
    return { file, line: 1, what: `has two covers: ${images.sort().join(', ')}`, fix: 'keep one of the images' };
  const at = `${issuesFolder}/${name}`;
  if (!alt || Object.keys(alt).length === 0)
    return {
      file,
      line: 1,
      what: `does not say what its cover shows, ${at}, to those who do not see it`,
      fix: 'add a line such as cover: { fa: بندری در مه, en: A harbour in mist }',
    };
  const location = path.join(root, at);
  if (!(await lstat(location)).isFile())
    return { file: at, line: 1, what: 'is not a file', fix: 'put the image itself in its place' };
  const image = await readFileOf(location, name);
  if ('what' in image) return { file: at, line: 1, ...image };
  return image.size ? { image: { ...image, size: image.size }, alt } : undefined;
}
