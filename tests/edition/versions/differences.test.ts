import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFidelity } from '../../../src/edition/fidelity/fidelity.ts';
import { type Article, type Edition, runningTexts, textsOfNote, type Version } from '../../../src/edition/model.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { type BlockDifference, differencesBetween } from '../../../src/edition/versions/differences.ts';
import { descendantOf, newerLinks, relate } from '../../../src/edition/versions/identity.ts';
import { harbour } from '../../helpers/harbour.ts';
import { writeVersionedEdition } from '../../helpers/versions.ts';

let root: string;
let edition: Edition;
let article: Article;
let first: Version;
let second: Version;
let third: Version;

beforeAll(async () => {
  root = await writeVersionedEdition();
  edition = await loadEdition(root);
  article = edition.articles[1] as Article;
  [first, second, third] = article.versions as unknown as [Version, Version, Version];
});

afterAll(() => rm(root, { recursive: true, force: true }));

/** The block of a difference that a piece of the newer (or the older) version stands in. */
function blockAt(from: Version, to: Version, id: string, side: 'from' | 'to' = 'to'): BlockDifference {
  const block = differencesBetween(article, from, to).blocks.find((one) => one[side].includes(id));
  if (!block) throw new Error(`no block has ${id}`);
  return block;
}

/** The changes of a block, without what is the same. */
const changesOf = (block: BlockDifference) =>
  block.parts.filter((part) => part.op !== 'same').map((part) => `${part.op === 'insert' ? '+' : '-'}${part.text}`);

/** One side of a block's parts as text. */
const sideOf = (block: BlockDifference, op: 'insert' | 'delete') =>
  block.parts.flatMap((part) => ((part.op === op || part.op === 'same') && !part.mark ? [part.text] : [])).join('');

describe('the fixture', () => {
  test('is a sound edition', () => {
    expect(checkFidelity(edition)).toEqual([]);
  });
});

describe('the paragraph map', () => {
  test('keeps everything in its place where only words are corrected', () => {
    const relations = relate(article, first, second);
    expect(relations.every(({ from, to }) => from.length === 1 && to[0] === from[0])).toBe(true);
    expect(relations.filter(({ kind }) => kind !== 'same').map(({ from, kind }) => [...from, kind])).toEqual([
      ['p1', 'changed'],
      ['p2', 'changed'],
      ['fn1', 'changed'],
    ]);
  });

  test('knows what was moved, split, merged, added and removed', () => {
    const relations = relate(article, second, third).filter(({ kind }) => kind !== 'same');
    expect(relations.map(({ from, to, kind }) => `${from.join('+')} ${kind} ${to.join('+')}`)).toEqual([
      'p2 changed p2',
      'p4 split p3+p4',
      'p5+p6 merged p5',
      // Where it stood: after «پایان سخن».
      'p8 removed ',
      'p3 moved p7',
      ' added p8',
    ]);
  });

  test('is empty-handed for no text twice: every piece is in one relation', () => {
    for (const [from, to] of [
      [first, second],
      [second, third],
      [first, third],
    ] as const) {
      const relations = relate(article, from, to);
      for (const side of ['from', 'to'] as const) {
        const ids = relations.flatMap((one) => one[side]);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });

  test('leads from an older paragraph to its descendants, through the versions between, and back', () => {
    expect(descendantOf(article, first, third, 'p4')).toEqual(['p3', 'p4']);
    expect(descendantOf(article, first, third, 'p6')).toEqual(['p5']);
    expect(descendantOf(article, first, third, 'p3')).toEqual(['p7']);
    expect(descendantOf(article, first, third, 'p8')).toEqual([]);
    expect(descendantOf(article, third, first, 'p5')).toEqual(['p5', 'p6']);
    expect(descendantOf(article, first, third, 'fn1')).toEqual(['fn1']);
  });

  test('names for an older version what each piece became in the latest, and whether it is the same', () => {
    const links = newerLinks({ article, version: first });
    const isSame = new Set([...links].flatMap(([id, newer]) => (newer.isSame ? [id] : [])));
    expect(isSame).toEqual(new Set(['abstract-fa-p1', 's1', 's2', 'p3', 'p7']));
    expect(Object.fromEntries([...links].map(([id, { ids }]) => [id, ids]))).toEqual({
      'abstract-fa-p1': ['abstract-fa-p1'],
      s1: ['s1'],
      p1: ['p1'],
      p2: ['p2'],
      p3: ['p7'],
      p4: ['p3', 'p4'],
      p5: ['p5'],
      p6: ['p5'],
      s2: ['s2'],
      p7: ['p6'],
      p8: [],
      fn1: ['fn1'],
    });
    expect(newerLinks({ article, version: third }).size).toBe(0);
  });
});

describe('a difference', () => {
  test('says of a joiner that it is one', () => {
    const block = blockAt(first, second, 'p1');
    expect(block.classes).toEqual(['zwnj']);
    expect(changesOf(block)).toEqual(['-قدرتها', '+قدرت‌ها']);
  });

  test('says of a digit and of a place cited what they are', () => {
    const block = blockAt(first, second, 'p2');
    expect(block.classes).toEqual(['digits', 'citation']);
    expect(changesOf(block)).toEqual(['-۱۳۷۱', '+۱۳۷۳', '-jervis1985', '+jervis1985: 58']);
  });

  test('says of another work behind the same words that the citation changed', () => {
    const block = blockAt(second, third, 'p2');
    expect(block.classes).toEqual(['citation']);
    expect(changesOf(block)).toEqual(['-jervis1985: 58', '+jervis1985b: 58']);
  });

  test('keeps a note apart from the paragraph that calls it', () => {
    expect(blockAt(first, second, 'fn1').classes).toEqual(['letters', 'note']);
    expect(blockAt(first, second, 'fn1').block).toBe('note');
  });

  test('shows where a paragraph was split, and a reading that became doubtful', () => {
    const block = blockAt(second, third, 'p3');
    expect(block.kind).toBe('split');
    expect(block.classes).toEqual(['reading', 'break']);
    expect(block.parts.filter((part) => part.mark?.type === 'break').map(({ op }) => op)).toEqual(['insert']);
  });

  test('shows where paragraphs were merged', () => {
    const block = blockAt(second, third, 'p5');
    expect(block.classes).toEqual(['punctuation', 'break']);
    expect(block.parts.filter((part) => part.mark?.type === 'break').map(({ op }) => op)).toEqual(['delete']);
  });

  test('gives back both texts whole', () => {
    for (const block of differencesBetween(article, first, third).blocks.filter((one) => one.parts.length > 0)) {
      const text = (version: Version, ids: readonly string[]) =>
        ids
          .map((id) => {
            const block = version.body.find((one) => one.id === id);
            const note = version.notes.find((one) => one.id === id);
            const texts = block ? runningTexts(block) : note ? textsOfNote(note) : [];
            return texts.flat().map(flatten).join('');
          })
          .join('');
      expect(sideOf(block, 'delete'), block.from.join()).toBe(text(first, block.from));
      expect(sideOf(block, 'insert'), block.to.join()).toBe(text(third, block.to));
    }
  });

  test('holds a Latin run in its language, so that its order can be kept', () => {
    const latin = blockAt(first, second, 'p2').parts.filter((part) => part.lang === 'en');
    expect(latin.map((part) => part.text).join('')).toContain('Jervis, 1985');
  });
});

function flatten(inline: Version['citations'][number] | { type: string; value?: string; children?: unknown }): string {
  if ('value' in inline && inline.value !== undefined) return inline.value;
  const children = 'children' in inline ? (inline.children as { type: string }[] | undefined) : undefined;
  return (children ?? []).map(flatten).join('');
}

describe('an article whole', () => {
  test('is the same as itself in every piece', async () => {
    const own = await harbour();
    for (const one of own.articles) {
      const [version] = one.versions as [Version];
      const copy: Version = { ...version, number: '1.0.1' };
      const relations = relate(one, version, copy);
      expect(relations.every(({ kind, from, to }) => kind === 'same' && from[0] === to[0])).toBe(true);
    }
  });

  test('keeps every paragraph through a correction of a word in each, and shifts by one where one is added before', async () => {
    const own = await harbour();
    for (const one of own.articles) {
      const [version] = one.versions as [Version];
      const [head, ...rest] = version.body;
      const added = {
        type: 'paragraph',
        id: 'p0',
        line: 1,
        source: [],
        children: [{ type: 'text', value: 'نو' }],
      } as const;
      const body = rest.map((block) =>
        block.type === 'paragraph'
          ? { ...block, id: `x${block.id}`, children: [{ type: 'text', value: 'همانا ' } as const, ...block.children] }
          : block,
      );
      const paragraphs = new Set(rest.filter(({ type }) => type === 'paragraph').map(({ id }) => id));
      const notes = version.notes.map((note) => ({
        ...note,
        calledIn: note.calledIn.map((place) => (paragraphs.has(place) ? `x${place}` : place)),
      }));
      const changed: Version = { ...version, number: '1.0.1', body: [...(head ? [head] : []), added, ...body], notes };
      for (const { from, to, kind } of relate(one, version, changed)) {
        if (kind === 'same') expect(to).toEqual(from);
        else if (kind === 'added') expect(to).toEqual(['p0']);
        else expect([kind, to]).toEqual(['changed', from.map((id) => `x${id}`)]);
      }
    }
  });
});

describe('the metadata and the works', () => {
  const texts = (parts: readonly { op: string; text: string }[]) =>
    parts.filter(({ op }) => op !== 'same').map(({ op, text }) => `${op === 'insert' ? '+' : '-'}${text}`);

  test('that were corrected are among the differences, field by field', () => {
    const { metadata, works } = differencesBetween(article, second, third);
    expect(metadata.map(({ field, parts }) => [field, ...texts(parts)])).toEqual([
      ['titles.fa.value', '-قدرتها', '+قدرت‌ها'],
      ['journal.name.fa', '-مجلّه', '+مجله'],
    ]);
    expect(works.map(({ key, kind }) => `${kind} ${key}`)).toEqual(['removed jervis1985', 'added jervis1985b']);
    expect(works[1]?.fields.find(({ field }) => field === 'title')?.parts.map(({ op }) => op)).toEqual(['insert']);
  });

  test('are told apart: a publisher mended is a change of one field of one work', () => {
    const { metadata, works } = differencesBetween(article, first, second);
    expect(metadata).toEqual([]);
    expect(works).toHaveLength(1);
    expect(works[0]).toMatchObject({ key: 'jervis1985', kind: 'changed', fields: [{ field: 'publisher' }] });
    expect(texts(works[0]?.fields[0]?.parts ?? [])).toEqual(['-Pres', '+Press']);
  });
});
