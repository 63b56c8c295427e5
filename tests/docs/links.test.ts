import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const guides = (await readdir(path.join(repository, 'docs'))).filter((name) => name.endsWith('.md'));
const files = ['README.md', 'CONTRIBUTING.md', ...guides.map((name) => `docs/${name}`)];

/** A text without its fences and code, in which nothing is a link. */
const readProse = async (file: string) =>
  (await readFile(path.join(repository, file), 'utf8')).replace(/^(`{3,}).*?^\1$/gms, '').replace(/`[^`\n]+`/g, 'x');

async function anchorsOf(file: string): Promise<string[]> {
  const slugger = new GithubSlugger();
  const text = (await readFile(path.join(repository, file), 'utf8')).replace(/^(`{3,}).*?^\1$/gms, '');
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slugger.slug(heading.replaceAll('`', '')));
}

test.each(files)('every link of %s leads to a file and a heading that are there', async (file) => {
  const broken: string[] = [];
  for (const [, address = ''] of (await readProse(file)).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^(?:https?:|mailto:)/.test(address)) continue;
    const [target = '', anchor] = address.split('#');
    const to = target === '' ? file : path.join(path.dirname(file), target);
    const isThere = await readFile(path.join(repository, to)).then(
      () => true,
      () => false,
    );
    if (!isThere || (anchor !== undefined && !(await anchorsOf(to)).includes(anchor))) broken.push(address);
  }
  expect(broken).toEqual([]);
});
