import { cslItem } from '../../bibliography/csl-item.ts';
import type { MarkedText, TitleStyle } from '../../bibliography/marked.ts';
import { markedTitleOf } from '../../bibliography/work.ts';
import type { WorksFormat } from './works-format.ts';

/** The markup that processors read in a field (citeproc-js manual, «HTML-like formatting tags»); there is none for other styles. */
const tags: Readonly<Partial<Record<TitleStyle, readonly [open: string, close: string]>>> = {
  emphasis: ['<i>', '</i>'],
  strong: ['<b>', '</b>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  smallCaps: ['<span style="font-variant: small-caps;">', '</span>'],
};

const rich = (title: MarkedText): string =>
  title
    .map((piece) => (typeof piece === 'string' ? piece : (tags[piece.style] ?? ['', '']).join(rich(piece.children))))
    .join('');

export const cslJson: WorksFormat = {
  name: 'CSL-JSON',
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  lists: true,
  writeWorks: (works) => {
    const items = works.map((work) => {
      const title = markedTitleOf(work);
      return title === undefined ? cslItem(work) : { ...cslItem(work), title: rich(title) };
    });
    return `${JSON.stringify(items, null, 2)}\n`;
  },
};
