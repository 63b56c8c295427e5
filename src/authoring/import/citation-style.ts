/**
 * The CSL style in which an import prints what a manuscript cites by keys or numbers: that which the manuscript names, or else that
 * which the edition chooses. The lists of an edition have neither numbers nor notes, and so a style that prints these is none.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { citationStyles } from '../../bibliography/citation-styles.ts';
import type { InTextStyle } from '../../bibliography/in-text.ts';
import { type CslLocale, cslLocales, readStyle } from '../../bibliography/styles/csl-project.ts';
import { type CslTree, isTree, treeOfXml } from '../../bibliography/styles/tree.ts';
import type { Remarks } from './remarks.ts';

/**
 * @param named what the head of the manuscript says: a file beside it, or the name or the address of a style of the CSL project
 * @param folder of the manuscript
 * @param chosen the style of the edition, by its id
 * @returns nothing where neither says one that can be used: citations then print as the edition lists works
 */
export async function citationStyleOf(
  named: string | undefined,
  folder: string,
  chosen: string | undefined,
  remarks: Remarks,
): Promise<InTextStyle | undefined> {
  const own = named === undefined ? undefined : await styleNamed(named, folder);
  if (own !== undefined && isAuthorDate(own)) return { tree: own, locale: localeOf(own) };
  if (named !== undefined)
    remarks.add(
      own === undefined
        ? `the style ${named} is neither beside the manuscript nor one of the CSL project; citations print in that of the edition`
        : `the style ${named} prints numbers or notes, which the lists of an edition have not; citations print in that of the edition`,
    );
  const row = citationStyles.find(({ id }) => id === chosen);
  return row && { tree: readStyle(row.csl), locale: row.locale };
}

async function styleNamed(named: string, folder: string): Promise<CslTree | undefined> {
  // A name only: the files of others are not looked for.
  const file = path.basename(named);
  const xml = await readFile(path.join(folder, file), 'utf8').catch(() => undefined);
  const read = xml === undefined ? stored(file.replace(/\.csl$/, '')) : parsed(xml);
  const parent = read && parentOf(read);
  return parent === undefined ? read : stored(parent);
}

/** A style of the CSL project. */
function stored(name: string): CslTree | undefined {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return undefined;
  try {
    return readStyle(name);
  } catch {
    return undefined;
  }
}

function parsed(xml: string): CslTree | undefined {
  try {
    const tree = treeOfXml(xml.replace(/<!DOCTYPE[^>]*>/, ''));
    return tree.name === 'style' ? tree : undefined;
  } catch {
    return undefined;
  }
}

const within = ({ children }: CslTree, name: string): CslTree[] =>
  children.filter(isTree).flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);

/** The name of the style of which a dependent one is another name (CSL 1.0.2, "Dependent styles"). */
function parentOf(style: CslTree): string | undefined {
  const [link] = within(style, 'link').filter(({ attrs }) => attrs['rel'] === 'independent-parent');
  return link?.attrs['href']?.split('/').at(-1);
}

/** Whether it prints names in the text, and no numbers there. */
function isAuthorDate(style: CslTree): boolean {
  const [citation] = style.children.filter(isTree).filter(({ name }) => name === 'citation');
  if (citation === undefined || style.attrs['class'] === 'note') return false;
  return !JSON.stringify(citation).includes('citation-number') && within(citation, 'layout').length > 0;
}

const localeOf = ({ attrs }: CslTree): CslLocale =>
  cslLocales.find((locale) => locale === attrs['default-locale']) ?? 'en-US';
