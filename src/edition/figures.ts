/** What stands round the pictures of a figure, as running text: for formats that have no place of their own for its parts. */

import { hasPersianRules } from '../text/languages.ts';
import type { ImageFile } from './article-files.ts';
import { isolateLatin } from './isolate.ts';
import { type Figure, flatBlocks, type Inline, type Table, type Version } from './model.ts';

/** A caption behind the label of what it belongs to: `Figure 2. A map`. */
export const labelled = (label: string, caption: readonly Inline[]): readonly Inline[] => [
  { type: 'text', value: caption.length > 0 ? `${label}. ` : label },
  ...caption,
];

/** The caption of a table, with its label where it has one. */
export const captionOf = ({ label, caption }: Pick<Table, 'label' | 'caption'>): readonly Inline[] =>
  label === undefined ? caption : labelled(label, caption);

/** The images that the figures of a version show, each once. */
export const picturedFiles = (version: Version): readonly ImageFile[] => [
  ...new Map(
    flatBlocks(version)
      .flatMap((block) => (block.type === 'figure' ? block.pictures : []))
      .flatMap(({ file }) => (file ? [[file.name, file] as const] : [])),
  ).values(),
];

/** What stands below a figure: from whom it is, and under what it may be used. */
export function creditOf({ credit, licence }: Pick<Figure, 'credit' | 'licence'>, language: string): readonly Inline[] {
  if (!licence) return credit;
  const name: Inline[] = [{ type: 'text', value: licence.name }];
  const said = hasPersianRules(language) ? isolateLatin(name) : name;
  return [
    ...credit,
    ...(credit.length > 0 ? [{ type: 'text', value: ' ' } as const] : []),
    ...(licence.url === undefined ? said : [{ type: 'link', url: licence.url, children: said } as const]),
  ];
}
