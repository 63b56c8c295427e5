/** Reads what an edition says of the issues of its journal: `content/issues/ID.yaml`. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../faults.ts';
import type { IssueFacts } from '../model.ts';
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
  const names = await readdir(path.join(root, issuesFolder)).catch(() => []);
  const issues: IssueFacts[] = [];
  const faults: Fault[] = [];
  const known = new Set(slugs);
  const places = new Map<string, string>();
  // Editors and systems leave files with a dot.
  for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
    const file = `${issuesFolder}/${name}`;
    const id = /^(.*)\.yaml$/.exec(name)?.[1];
    if (id === undefined || !slug.safeParse(id).success) {
      faults.push({
        file,
        line: 1,
        what: 'no issue can have this name, which is that of its page',
        fix: 'name it by lower-case ASCII letters and digits joined by single hyphens, such as 12-3.yaml, or move it away',
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
    issues.push({ id, ...read.value });
  }
  return { issues, faults };
}
