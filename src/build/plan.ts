/** What a build has to know before it makes anything: the articles, what each is made of, and the fonts. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Links } from '../edition/model.ts';
import { addedPages } from '../edition/own-pages.ts';
import { type Inputs, readInputs } from '../edition/reading/inputs.ts';
import { readLinks } from '../edition/reading/links.ts';
import { type Facts, loadFacts } from '../edition/reading/load.ts';
import { sayMissing } from '../fonts/needed.ts';
import { makeFonts } from '../fonts/web.ts';
import type { ProductKey } from './products.ts';
import { digestProgram } from './program.ts';
import type { Progress } from './progress.ts';

/** What an edition is made of. */
export interface Sources {
  readonly root: string;
  readonly facts: Facts;
  readonly inputs: Inputs;
  /** The links of articles to one another, by slug. */
  readonly links: ReadonlyMap<string, Links>;
  /** The digest of the program. */
  readonly program: string;
}

export interface Plan extends Pick<Sources, 'root' | 'facts' | 'links'> {
  /** The key of each article, by slug. */
  readonly keys: ReadonlyMap<string, ProductKey>;
  /** The bytes of text of each, by slug. */
  readonly bytes: ReadonlyMap<string, number>;
  /** The folder of the fonts. */
  readonly fonts: string;
  /** What is to be said of letters that no font has. */
  readonly lacks: readonly string[];
  /** A folder for what is made on the way. */
  readonly work: string;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Reads what an edition says of itself, and digests its files and the program.
 *
 * @throws {@link ../faults.ts ContentFaults} if the facts of the edition are faulty
 */
export async function readSources(root: string, progress: Progress): Promise<Sources> {
  progress.step('content');
  const facts = await loadFacts(root);
  const inputs = await readInputs(root, facts.slugs);
  const links = await readLinks(root, facts.edition, inputs.names);
  return { root, facts, inputs, links, program: await digestProgram() };
}

/**
 * Makes the fonts, which depend on all files of an edition, and tells what each article is made of.
 *
 * @param work a folder of its own
 */
export async function planBuild(
  { root, facts, inputs, links, program }: Sources,
  work: string,
  progress: Progress,
): Promise<Plan> {
  const { slugs, edition } = facts;
  progress.step('fonts');
  const fonts = path.join(work, 'fonts');
  const made = await makeFonts(inputs.characters, fonts, edition.theme.faces);
  const lacks = made.missing.length > 0 ? [sayMissing(made.missing)] : [];
  for (const lack of lacks) progress.note(lack);
  const common = {
    program,
    fonts: made.digest,
    edition: digest(
      JSON.stringify([
        // No article shows what stands on the pages that the edition writes of itself, is searched, or where it is published.
        { ...edition, pages: [], issues: [], search: undefined, host: undefined },
        // All show the menu; an edition that adds no page has none of its own.
        edition.languages.flatMap((one) => addedPages(edition.pages, one)),
      ]),
    ),
  };
  const keyOf = (slug: string): ProductKey => ({
    ...common,
    content: digest(`${slug}\0${inputs.digests.get(slug)}`),
    links: digest(JSON.stringify(links.get(slug) ?? {})),
  });
  const keys = new Map(slugs.map((slug) => [slug, keyOf(slug)]));
  return { root, facts, links, keys, bytes: inputs.bytes, fonts, lacks, work };
}
