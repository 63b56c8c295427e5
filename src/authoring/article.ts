import { bibliographyOf, editionFile, textOf, versionsOf } from '../edition/reading/paths.ts';
import { append, checkSlug, type Done, exists, Refusal, readEditionFile, writeFiles } from './files.ts';
import { articleTemplate, textTemplate, versionsTemplate } from './templates.ts';

const firstNumber = '1.0.0';

/**
 * Starts an article: templates of its files, and its slug in `edition.yaml`. What the templates leave open, `check` names.
 *
 * @throws {@link Refusal} if the slug is none or something has its name already
 */
export async function newArticle(root: string, slug: string, today: string): Promise<Done> {
  checkSlug(slug);
  const { value, document } = await readEditionFile(root);
  const folder = `content/articles/${slug}`;
  if (value.articles.includes(slug)) throw new Refusal(`${editionFile} already lists "${slug}"`, 'choose another slug');
  for (const taken of [folder, bibliographyOf(slug)]) {
    if (await exists(root, taken)) throw new Refusal(`${taken} already exists`, 'move it away, or choose another slug');
  }
  const written = await writeFiles(root, {
    [`${folder}/article.yaml`]: articleTemplate(value.rights),
    [versionsOf(slug)]: versionsTemplate(firstNumber, today),
    [textOf(slug, firstNumber)]: textTemplate,
    [`${folder}/source.txt`]: '',
    [bibliographyOf(slug)]: '',
    // Last: the edition is told of the article when it is there.
    [editionFile]: append(document, ['articles'], [document.createNode(slug)]),
  });
  return {
    written,
    next: [
      'docs/adding-an-article.md shows every step with a short article.',
      `Put the text as received into ${folder}/source.txt, byte for byte.`,
      `Fill in ${folder}/article.yaml and the summary in ${versionsOf(slug)}; their comments say what each field holds.`,
      `Write ${textOf(slug, firstNumber)} (CONTRIBUTING.md, "The text").`,
      `Put the works that it cites into ${bibliographyOf(slug)} (bibliography/README.md): npm run new -- bibliography ${slug} FILE fills it from BibTeX, RIS, CSL-JSON, EndNote or PubMed.`,
      'Run npm run check: it names what is missing, with file and line.',
      `Release it: npm run new -- release ${slug} ${firstNumber}`,
    ],
  };
}
