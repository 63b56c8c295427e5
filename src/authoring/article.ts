import path from 'node:path';
import { bibliographyOf, editionFile, textOf, versionsOf } from '../edition/reading/paths.ts';
import { keysOf } from './bibliography.ts';
import { append, checkSlug, type Done, exists, Refusal, readEditionFile, writeFiles } from './files.ts';
import type { ImportOptions } from './import/index.ts';
import { articleTemplate, restoredTextTemplate, textTemplate, versionsTemplate } from './templates.ts';

const firstNumber = '1.0.0';

/**
 * Starts an article: templates of its files, and its slug in `edition.yaml`. What the templates leave open, `check` names.
 *
 * @param isRestored whether it has a text as received, of which it is restored
 * @throws {@link Refusal} if the slug is none or something has its name already
 */
export async function newArticle(root: string, slug: string, isRestored: boolean, today: string): Promise<Done> {
  const { value, document } = await editionWithout(root, slug);
  const folder = `content/articles/${slug}`;
  const written = await writeFiles(root, {
    [`${folder}/article.yaml`]: articleTemplate(value.rights, isRestored, value.languages),
    [versionsOf(slug)]: versionsTemplate(value.languages, firstNumber, today),
    [textOf(slug, firstNumber)]: isRestored
      ? restoredTextTemplate(value.languages)
      : textTemplate(value.languages[0] ?? 'en'),
    ...(isRestored ? { [`${folder}/source.txt`]: '' } : {}),
    [bibliographyOf(slug)]: '',
    // Last: the edition is told of the article when it is there.
    [editionFile]: append(document, ['articles'], [document.createNode(slug)]),
  });
  return {
    written,
    next: [
      'docs/adding-an-article.md shows every step with a short article.',
      ...(isRestored ? [`Put the text as received into ${folder}/source.txt, byte for byte.`] : []),
      `Fill in ${folder}/article.yaml and the summary in ${versionsOf(slug)}; their comments say what each field holds.`,
      `Write ${textOf(slug, firstNumber)} (CONTRIBUTING.md, "The text").`,
      `Put the works that it cites into ${bibliographyOf(slug)} (bibliography/README.md): npm run new -- bibliography ${slug} FILE fills it from BibTeX, RIS, CSL-JSON, EndNote or PubMed.`,
      'Run npm run check: it names what is missing, with file and line.',
      `Release it: npm run new -- release ${slug} ${firstNumber}`,
    ],
  };
}

/**
 * Starts an article from a manuscript.
 *
 * @param file the manuscript
 * @throws {@link Refusal} if the slug is none or is taken, or the manuscript cannot be read; nothing is written then
 */
export async function newArticleFrom(
  root: string,
  slug: string,
  file: string,
  options: ImportOptions,
  today: string,
): Promise<Done> {
  const { value, document } = await editionWithout(root, slug);
  // Loaded here: the other commands need none of it.
  const { importManuscript } = await import('./import/index.ts');
  const made = await importManuscript(
    file,
    slug,
    firstNumber,
    { citations: value.citations, ...options },
    value.rights,
    await keysOf(root),
  );
  const name = path.basename(file);
  const written = await writeFiles(root, {
    [`content/articles/${slug}/article.yaml`]: made.facts,
    [versionsOf(slug)]: versionsTemplate(value.languages, firstNumber, today, {
      fa: `نخستین ویراست، از دست‌نوشتۀ ${name}.`,
      en: `First version, from the manuscript ${name}.`,
      ar: `الإصدار الأول، من المخطوطة ${name}.`,
    }),
    [textOf(slug, firstNumber)]: made.text,
    ...(made.bibliography === '' ? {} : { [bibliographyOf(slug)]: made.bibliography }),
    ...made.files,
    [editionFile]: append(document, ['articles'], [document.createNode(slug)]),
  });
  return {
    written,
    notes: made.notes,
    next: [
      'Run npm run check: it lists what waits to be decided as open points, each with its line.',
      `Look at the page beside the manuscript: npm run dev. The text is ${textOf(slug, firstNumber)}, the facts are content/articles/${slug}/article.yaml (docs/importing.md).`,
      `Release it: npm run new -- release ${slug} ${firstNumber}`,
    ],
  };
}

/** The list of an edition that has nothing by a name yet. */
async function editionWithout(root: string, slug: string) {
  checkSlug(slug);
  const edition = await readEditionFile(root);
  if (edition.value.articles.includes(slug))
    throw new Refusal(`${editionFile} already lists "${slug}"`, 'choose another slug');
  for (const taken of [`content/articles/${slug}`, bibliographyOf(slug)]) {
    if (await exists(root, taken)) throw new Refusal(`${taken} already exists`, 'move it away, or choose another slug');
  }
  return edition;
}
