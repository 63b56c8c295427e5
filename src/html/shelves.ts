/** The files of an issue of a journal, and its cover. */
import type { Element } from 'hast';
import { issueFile, pages, type SitePath } from '../edition/addresses.ts';
import { isOn, type Offers } from '../edition/offers.ts';
import type { Issue } from '../edition/shelves.ts';
import { listFormatsOf } from '../formats/index.ts';
import { textIn } from '../text/languages.ts';
import { pictureOf } from './figure.ts';

/** The files of an issue: the book of it, references to its articles for reference managers, and its feed. */
export const issueFiles = (
  edition: Offers,
  id: string,
): readonly { readonly name: string; readonly path: SitePath }[] => [
  ...(isOn(edition, 'epub') ? [{ name: 'EPUB', path: issueFile(id, 'epub') }] : []),
  ...listFormatsOf(edition).map(({ name, extension }) => ({ name, path: issueFile(id, extension) })),
  { name: 'Atom', path: `${pages.issue(id)}feed.atom` },
];

/** How wide a cover is drawn (`styles/page.css`). */
const coverSizes = '12rem';

/**
 * The cover of an issue, where the edition has an image of it.
 *
 * @param file the address of a file on the page that shows it
 */
export function renderCover({ id, cover }: Issue, language: string, file: (path: SitePath) => string): Element[] {
  if (!cover) return [];
  const said = textIn(cover.alt, language);
  const picture = pictureOf(cover.image, {
    alt: said.value,
    sizes: coverSizes,
    file: (name) => file(`${pages.issue(id)}${name}`),
    rendition: (name) => file(`${pages.issue(id)}${name}`),
  });
  return [{ ...picture, properties: { ...picture.properties, className: ['cover'], lang: said.language } }];
}
