/** The parts of a manuscript: its title, abstracts, body and what closes it, told by headings where nothing else tells them. */
import type { PartKind } from '../../edition/model.ts';
import { languageTag } from '../../text/languages.ts';
import { isPersian } from '../../text/runs.ts';
import type { ManuscriptLanguage } from './language.ts';
import { isCredit, partIn } from './parts.ts';
import type { Remarks } from './remarks.ts';
import { attributeOf, type Block, type Inline, linesOf, noAttr, wordsOf } from './tree.ts';

export interface ManuscriptAbstract {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly isExtended: boolean;
  /** Headings have the levels 3 and 4. */
  readonly blocks: readonly Block[];
}

export interface Structure {
  readonly title?: readonly Inline[] | undefined;
  readonly abstracts: readonly ManuscriptAbstract[];
  readonly keywords: readonly { readonly language: ManuscriptLanguage; readonly words: readonly string[] }[];
  /** Headings have the levels 2 to 4; a `Div` is an element (`parts.ts`). */
  readonly body: readonly Block[];
  readonly closing: readonly Closing[];
}

/** What closes a text: an element at its end. */
export interface Closing {
  readonly kind: PartKind;
  readonly id: string;
  readonly title?: readonly Inline[] | undefined;
  /** Headings have the levels 3 and 4. */
  readonly blocks: readonly Block[];
}

const abstractTitle =
  /^(?:(extended )?abstract|چکید[هۀ](?:\s*(مبسوط|تفصیلی|گسترده))?(?: (?:انگلیسی|فارسی))?|خلاصه)\s*[:.]?$/iu;
const referencesTitle =
  /^(?:references?(?: cited)?|bibliography|works cited|literature cited|منابع|مراجع|فهرست (?:منابع|مراجع)|کتاب\u200c?نامه|منابع و مآخذ|منابع و مراجع)\s*:?$/iu;
const acknowledgementsTitle =
  /^(?:acknowledge?ments?|سپاس\u200c?گزاری|قدردانی|تقدیر و تشکر|تشکر و قدردانی|تشکر)\s*:?$/iu;
const keywordsLead =
  /^(?:key ?-?words?|کلید\s?\u200c?واژه(?:\s?\u200c?ها|گان)?|واژ(?:ه|گان)\s?\u200c?(?:های? )?کلیدی|کلمات کلیدی)\s*[:：]\s*/iu;

const isWrittenIn = (text: string): ManuscriptLanguage => {
  const letters = text.match(/\p{L}/gu) ?? [];
  const persian = letters.filter((letter) => isPersian(letter)).length;
  return persian * 2 > letters.length ? 'fa' : 'en';
};

/** A tree without code, formulas and pieces of other formats, whose letters are of no language. */
function prose<T>(tree: T): T {
  if (Array.isArray(tree))
    return tree
      .filter((one) => !(typeof one === 'object' && one !== null && /^(?:Code|Math|Raw)/.test(String(one.t ?? ''))))
      .map(prose) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, one]) => [name, prose(one)])) as T;
}

/** The language of a text by its letters: Persian where most of them are of the Arabic script. */
export const languageOf = (blocks: readonly Block[]): ManuscriptLanguage =>
  isWrittenIn(linesOf(prose(blocks)).join(' '));

/** Blocks without the containers that say nothing; those of elements and of credits stay. */
function unwrapped(blocks: readonly Block[], isTop = true): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.t === 'HorizontalRule' || block.t !== 'Div') return [block];
    const [attr, inner] = block.c;
    const [id, classes] = attr;
    if (id === 'refs' || classes.includes('csl-bib-body')) return [];
    const kind = isTop ? partIn(attr) : undefined;
    if (kind !== undefined) return [{ t: 'Div', c: [[id, [kind], []], unwrapped(titled(block), false)] }];
    if (isCredit(block)) return [block];
    return unwrapped(inner, isTop);
  });
}

/** The blocks of an element, with the title that its attribute says as a heading. */
function titled(block: Extract<Block, { t: 'Div' }>): readonly Block[] {
  const title = attributeOf(block.c[0], 'title');
  if (title === undefined) return block.c[1];
  return [{ t: 'Header', c: [2, noAttr, [{ t: 'Str', c: title }]] }, ...block.c[1]];
}

/** A paragraph of bold words alone, as people write headings who know no styles. */
function boldAlone(block: Block): readonly Inline[] | undefined {
  if (block.t !== 'Para' && block.t !== 'Plain') return undefined;
  const said = block.c.filter((inline) => inline.t !== 'Space' && inline.t !== 'SoftBreak');
  return said.length === 1 && said[0]?.t === 'Strong' ? said[0].c : undefined;
}

interface Section {
  readonly heading: Extract<Block, { t: 'Header' }> | undefined;
  readonly blocks: Block[];
}

const titleOf = ({ heading }: Section): string =>
  heading
    ? wordsOf(heading.c[2])
        .replace(/^\s*[\d۰-۹.]+\s*/, '')
        .trim()
    : '';

/** The blocks in runs, each below its heading of any level. */
function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ heading: undefined, blocks: [] }];
  for (const block of blocks) {
    const bold = boldAlone(block);
    const isHeading =
      bold && [abstractTitle, referencesTitle, acknowledgementsTitle].some((form) => form.test(wordsOf(bold).trim()));
    if (block.t === 'Header') sections.push({ heading: block, blocks: [] });
    else if (isHeading) sections.push({ heading: { t: 'Header', c: [1, noAttr, bold] }, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

/**
 * Headings in levels that follow one another; one that is too deep is a bold line.
 *
 * @param top the level of the first
 */
function levelled(blocks: readonly Block[], top: number, remarks: Remarks): Block[] {
  const levels = blocks.flatMap((block) => (block.t === 'Header' ? [block.c[0]] : []));
  const highest = Math.min(...levels);
  let before = top - 1;
  return blocks.flatMap((block): Block[] => {
    if (block.t !== 'Header') return [block];
    const [level, attr, words] = block.c;
    if (wordsOf(words).trim() === '') return [];
    const wanted = level - highest + top;
    if (wanted > 4) {
      remarks.add('a heading deeper than three levels became a bold line', wordsOf(words));
      return [{ t: 'Para', c: [{ t: 'Strong', c: words }] }];
    }
    const own = Math.min(wanted, before + 1);
    if (own < wanted) remarks.add('a heading left out the level above it, and was raised', wordsOf(words));
    before = own;
    return [{ t: 'Header', c: [own, attr, words] }];
  });
}

/** The keywords that a paragraph lists behind their name. */
function keywordsIn(block: Block): { language: ManuscriptLanguage; words: string[] } | undefined {
  if (block.t !== 'Para' && block.t !== 'Plain') return undefined;
  const text = wordsOf(block.c).replace(/\s+/g, ' ').trim();
  const [lead] = keywordsLead.exec(text) ?? [];
  if (lead === undefined) return undefined;
  const words = splitKeywords(text.slice(lead.length));
  return words.length === 0 ? undefined : { language: isWrittenIn(words.join(' ')), words };
}

/** The words of a list of keywords on a line. */
export const splitKeywords = (text: string): string[] =>
  text
    .replace(/[.۔]\s*$/, '')
    .split(/\s*[,،;؛·•]\s*|\s+[-–—]\s+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * @param blocks of the manuscript
 * @param stated abstracts that the file itself has as such
 * @param hasTitle whether the file has its title as such
 */
export function structureOf(
  blocks: readonly Block[],
  stated: readonly (readonly Block[])[],
  hasTitle: boolean,
  remarks: Remarks,
): Structure {
  let content = unwrapped(blocks);
  const [first] = content;
  let title: readonly Inline[] | undefined;
  const isOnlyTop =
    first?.t === 'Header' &&
    content.every((block, index) => index === 0 || block.t !== 'Header' || block.c[0] > first.c[0]);
  if (
    !hasTitle &&
    first?.t === 'Header' &&
    isOnlyTop &&
    content.some((block, index) => index > 0 && block.t === 'Header')
  ) {
    title = first.c[2];
    content = content.slice(1);
  }
  const ends = content.filter(isEnd);
  content = content.filter((block) => !isEnd(block));
  const abstracts: ManuscriptAbstract[] = [];
  const others: Block[] = [];
  for (const one of stated.flatMap((blocks) => abstractOf(unwrapped(blocks), false, remarks, statedIn(blocks)))) {
    if (abstracts.every(({ language, isExtended }) => language !== one.language || isExtended !== one.isExtended))
      abstracts.push(one);
    else others.push(...asSection(one));
  }
  if (others.length > 0) content = [...others, ...content];
  const keywords: { language: ManuscriptLanguage; words: string[] }[] = [];
  const kept: Section[] = [];
  const sections = sectionsOf(content);
  for (const [index, section] of sections.entries()) {
    const name = titleOf(section);
    const listed = section.blocks.flatMap((block) => keywordsIn(block) ?? []);
    // Keywords stand above the text; a paragraph further down that begins so is one of the text.
    if (listed.length > 0 && kept.every(({ heading }) => heading === undefined)) {
      keywords.push(...listed);
      section.blocks.splice(
        0,
        section.blocks.length,
        ...section.blocks.filter((block) => keywordsIn(block) === undefined),
      );
    }
    const found = abstractTitle.exec(name);
    if (found && section.blocks.length > 0) {
      abstracts.push(...abstractOf(section.blocks, found[1] !== undefined || found[2] !== undefined, remarks));
      continue;
    }
    if (referencesTitle.test(name)) {
      const isEmpty = section.blocks.every((block) => linesOf([block]).join('').trim() === '');
      const next = sections[index + 1]?.heading;
      if (isEmpty && !(next && section.heading && next.c[0] > section.heading.c[0])) continue;
      remarks.add(
        'a typed list of references came in as a section of the text: cite its works (docs/importing.md), and take it out',
        name,
      );
    }
    kept.push(section);
  }
  const last = kept.at(-1);
  const thanks: Closing[] =
    last?.heading && acknowledgementsTitle.test(titleOf(last)) && last.blocks.length > 0 && kept.length > 1
      ? [{ kind: 'acknowledgements', id: last.heading.c[1][0], title: last.heading.c[2], blocks: last.blocks }]
      : [];
  const closing = [...thanks, ...ends.map((end) => closingOf(end, remarks))];
  const body = (thanks.length > 0 ? kept.slice(0, -1) : kept).flatMap(({ heading, blocks: inner }) =>
    heading ? [heading, ...inner] : inner,
  );
  return { title, abstracts, keywords, body: levelled(body, 2, remarks), closing };
}

const isEnd = (block: Block): block is Extract<Block, { t: 'Div' }> => {
  const kind = block.t === 'Div' ? partIn(block.c[0]) : undefined;
  return kind === 'acknowledgements' || kind === 'appendix' || kind === 'glossary';
};

function closingOf({ c: [attr, blocks] }: Extract<Block, { t: 'Div' }>, remarks: Remarks): Closing {
  const [first, ...others] = blocks;
  const isTitled = first?.t === 'Header';
  return {
    kind: partIn(attr) as PartKind,
    id: attr[0],
    title: isTitled ? first.c[2] : undefined,
    blocks: levelled(isTitled ? others : blocks, 3, remarks),
  };
}

/** A second abstract of a language, such as a summary for other readers, as a section before the text. */
function asSection({ blocks }: ManuscriptAbstract): Block[] {
  const [first, ...rest] = blocks;
  const title: readonly Inline[] = first?.t === 'Header' ? first.c[2] : [{ t: 'Str', c: 'Summary' }];
  return [{ t: 'Header', c: [1, noAttr, title] }, ...(first?.t === 'Header' ? rest : blocks)];
}

/** The language that a file says of an abstract: that of the division which holds all of it. */
function statedIn([first, ...others]: readonly Block[]): string | undefined {
  return first?.t === 'Div' && others.length === 0 ? languageTag(attributeOf(first.c[0], 'lang') ?? '') : undefined;
}

function abstractOf(
  blocks: readonly Block[],
  isExtended: boolean,
  remarks: Remarks,
  stated?: string,
): ManuscriptAbstract[] {
  const [first, ...others] = blocks;
  const named = first?.t === 'Header' ? abstractTitle.exec(wordsOf(first.c[2]).trim()) : null;
  const own = named ? others : blocks;
  if (linesOf(own).join('').trim() === '') return [];
  const saysExtended = named?.[1] !== undefined || named?.[2] !== undefined;
  return [
    {
      language: stated ?? languageOf(own),
      isExtended: isExtended || saysExtended,
      blocks: levelled(own, 3, remarks),
    },
  ];
}
