/** What ours is held against: a plain Astro site with the same texts as Markdown, and plain Pagefind over its pages. */
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadSound } from '../../src/build/article-batch.ts';
import { flatBlocks, latestVersion, plainText, sayNote } from '../../src/edition/model.ts';

/**
 * Writes the site: what `npm create astro` gives, one Markdown page an article with its references, a layout, a list.
 *
 * @returns its folder
 */
export async function writePeer(root: string, slugs: readonly string[], folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'src/pages/articles'), { recursive: true });
  await mkdir(path.join(folder, 'src/layouts'), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  await writeFile(
    path.join(folder, 'astro.config.mjs'),
    "import { defineConfig } from 'astro/config';\nexport default defineConfig({});\n",
  );
  await writeFile(
    path.join(folder, 'src/layouts/Layout.astro'),
    '---\nconst { frontmatter } = Astro.props;\n---\n<!doctype html>\n<html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>{frontmatter.title}</title></head><body><main><h1>{frontmatter.title}</h1><slot /></main></body></html>\n',
  );
  await writeFile(
    path.join(folder, 'src/pages/index.astro'),
    `<html lang="fa"><head><title>Peer</title></head><body><ul>${slugs.map((slug) => `<li><a href="/articles/${slug}/">${slug}</a></li>`).join('')}</ul></body></html>\n`,
  );
  for (const slug of slugs) {
    const [article] = (await loadSound(root, [slug])).articles;
    if (!article) continue;
    const version = latestVersion(article);
    const blocks = flatBlocks(version).map((block) =>
      block.type === 'heading'
        ? `## ${plainText(block.children)}`
        : block.type === 'paragraph'
          ? plainText(block.children)
          : '',
    );
    const notes = version.notes.map((note) => `1. ${sayNote(note)}`);
    const works = version.works.map(
      ({ author, title, container, date }) =>
        `- ${(author?.list ?? []).map((name) => ('family' in name ? name.family : name.literal)).join('، ')} ${date ?? ''}. ${title ?? ''}. ${container ?? ''}`,
    );
    const title = JSON.stringify(article.titles[article.language]?.value ?? slug);
    await writeFile(
      path.join(folder, `src/pages/articles/${slug}.md`),
      `---\nlayout: ../../layouts/Layout.astro\ntitle: ${title}\n---\n${[...blocks, '## Notes', notes.join('\n'), '## Works', works.join('\n')].join('\n\n')}\n`,
    );
  }
}
