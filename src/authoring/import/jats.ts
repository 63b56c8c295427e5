/**
 * Articles in JATS, as publishers give them. Pandoc reads the text; what it drops is put in its way before: formulas that are
 * pictures, boxes, notes of tables. The head is read here (`jats-front.ts`).
 */
import type { Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { Refusal } from '../files.ts';
import { readJatsFront } from './jats-front.ts';
import { JatsMarks } from './jats-marks.ts';
import { worksInJats } from './jats-works.ts';
import { readWithPandoc, referencesOf } from './pandoc.ts';
import { creditOf, isCredit } from './parts.ts';
import type { Manuscript } from './read.ts';
import { type Block, type Inline, linesOf } from './tree.ts';

/** The last part of an address, as the name of a picture. */
const nameIn = (tag: string): string => /href="[^"]*?([^"/.]+)"/.exec(tag)?.[1] ?? '';

/** A formula of which there is only a picture, as one that waits to be written. */
const waiting = (graphic: string): string => `<tex-math>\\text{… ${nameIn(graphic)}}</tex-math>`;

/** The XML with what pandoc would drop in a form that it keeps. */
function prepared(xml: string): string {
  return xml
    .replace(
      /<inline-formula\b[^>]*>\s*(<inline-graphic\b[^>]*?\/>)\s*<\/inline-formula>/g,
      (_, graphic: string) => `<inline-formula>${waiting(graphic)}</inline-formula>`,
    )
    .replace(
      /<disp-formula\b([^>]*)>((?:(?!<\/disp-formula>)[\s\S])*)<\/disp-formula>/g,
      (whole, attributes: string, inside: string) => {
        const [graphic] = /<(?:inline-)?graphic\b[^>]*?\/>/.exec(inside) ?? [];
        if (/<(?:mml:)?math\b|<tex-math\b/.test(inside) || graphic === undefined) return whole;
        return `<disp-formula${attributes}>${waiting(graphic)}</disp-formula>`;
      },
    );
}

/** Tables and figures as the writer of texts wants them: one block each, with its caption. */
function shaped(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.t === 'Figure') return [creditedFigure(block)];
    if (block.t !== 'Div') return [block];
    const [[id, classes], inner] = block.c;
    if (!classes.includes('table-wrap')) return [{ t: 'Div', c: [block.c[0], shaped(inner)] }];
    const caption = inner.flatMap((one) => (one.t === 'Div' && one.c[0][1].includes('caption') ? one.c[1] : []));
    const table = inner.find((one) => one.t === 'Table');
    const foot = inner.filter(
      (one) => one !== table && one.t !== 'Figure' && !(one.t === 'Div' && one.c[0][1].includes('caption')),
    );
    const notes = foot.filter((one) => linesOf([one]).join('').trim() !== '');
    const attr = [id, [], []] as const;
    const words: Block[] = caption.length > 0 ? [{ t: 'Plain', c: joined(caption) }] : [];
    const below = notes.map((one) => (one.t === 'Para' || one.t === 'Plain' ? creditOf(one.c) : one));
    if (table) return [{ t: 'Table', c: [attr, [null, [...words, ...below]], ...rest(table.c)] }];
    return [
      {
        t: 'Figure',
        c: [attr, [null, words], inner.filter((one) => !(one.t === 'Div' && one.c[0][1].includes('caption')))],
      },
    ];
  });
}

/** A figure with what stands below its picture in its caption. */
function creditedFigure({ c: [attr, [short, words], content] }: Extract<Block, { t: 'Figure' }>): Block {
  return {
    t: 'Figure',
    c: [attr, [short, [...words, ...content.filter(isCredit)]], content.filter((one) => !isCredit(one))],
  };
}

const rest = ([, , ...others]: Extract<Block, { t: 'Table' }>['c']) => others;

/** The title of a caption and its text as one line. */
function joined(blocks: readonly Block[]): Inline[] {
  const texts = blocks.flatMap((block): (readonly Inline[])[] => {
    if (block.t === 'Header') return [block.c[2]];
    return block.t === 'Para' || block.t === 'Plain' ? [block.c] : [];
  });
  return texts.flatMap((text, index): Inline[] => [...(index > 0 ? [{ t: 'Space' } as const] : []), ...text]);
}

/** Whether a file of XML is an article in JATS or its forerunner, the NLM suite. */
export const isJats = (xml: string): boolean => /<article\b[^>]*>[\s\S]{0,5000}?<(?:front|body)\b/.test(xml);

/** XML as a tree. @throws {@link Refusal} if it is not well-formed */
function parsed(xml: string, name: string): Root {
  try {
    return fromXml(xml.replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>/, ''));
  } catch (error) {
    throw new Refusal(
      `${name} is not well-formed: ${(error as Error).message}`,
      'ask the publisher for the file as it was made',
    );
  }
}

/**
 * The list of references, with what was read here of each work for what pandoc read.
 *
 * @param works by the ids of their references; pandoc takes `ref-` off these
 */
function withOwnWorks(references: string | undefined, works: ReadonlyMap<string, object>): string | undefined {
  if (references === undefined) return undefined;
  const items: readonly { readonly id: string }[] = JSON.parse(references);
  return JSON.stringify(
    items.map((item) => {
      const own = works.get(item.id) ?? works.get(`ref-${item.id}`);
      return own === undefined ? item : { id: item.id, ...own };
    }),
  );
}

/**
 * @throws {@link Refusal} if it is not well-formed
 */
export async function readJats(xml: string, name: string): Promise<Manuscript> {
  const root = parsed(xml, name);
  // Its versions are counted by a vocabulary that no publisher names.
  const isOwn = xml.includes('<article-version vocab="SemVer"');
  const marks = new JatsMarks(root, isOwn);
  const read = async (whole: string) => {
    const { tree, skipped } = await readWithPandoc(toXml(marks.put(parsed(prepared(whole), name))), 'jats', name);
    return { tree, skipped, blocks: shaped(marks.found(tree.blocks)) };
  };
  const { tree, skipped, blocks } = await read(xml);
  const { front, abstracts } = readJatsFront(root);
  const abstractBlocks: (readonly Block[])[] = [];
  // One after the other: pandoc has one file system for all that it reads.
  for (const abstract of abstracts) {
    const whole = `<article><body><sec>${abstract}</sec></body></article>`;
    abstractBlocks.push((await read(whole)).blocks);
  }
  return {
    blocks,
    front: { ...front, abstracts: abstractBlocks },
    media: new Map(),
    graphicsPaths: [],
    references: withOwnWorks(await referencesOf(tree), worksInJats(root, isOwn ? front.language : undefined)),
    lost: skipped,
  };
}
