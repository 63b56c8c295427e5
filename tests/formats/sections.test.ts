import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/edition/model.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { articleWith } from '../helpers/works.ts';

const place = { source: [], line: 1 } as const;
const heading = (id: string, depth: 2 | 3): Block => ({
  type: 'heading',
  id,
  depth,
  ...place,
  children: [{ type: 'text', value: `On ${id}` }],
});
const paragraph = (number: number): Block => ({
  type: 'paragraph',
  id: `p${number}`,
  number,
  ...place,
  children: [{ type: 'text', value: `Paragraph ${number}` }],
});

/** What stands in an element: the ids of paragraphs, and sections as their id with what stands in them. */
type Tree = (string | { readonly [id: string]: Tree })[];

function treeOf(element: XmlElement, section: string): Tree {
  const children: XmlElement[] = [];
  for (let child = element.firstChild; child !== null; child = child.next)
    if ('attrs' in child) children.push(child as XmlElement);
  return children.flatMap((child): Tree => {
    const id = child.attrs.find(({ name }) => name === 'id')?.value ?? '';
    if (child.name === section) return [{ [id]: treeOf(child, section) }];
    return child.name === 'p' ? [id] : [];
  });
}

describe.each([
  [jats, 'sec', '//body'],
  [tei, 'div', '//t:body'],
] as const)('$name', (format, section, path) => {
  const written = async (body: readonly Block[]) => {
    const subject = await articleWith({ body });
    using document = XmlDocument.fromString(String(await format.write(subject)));
    return treeOf(document.get(path, { t: 'http://www.tei-c.org/ns/1.0' }) as XmlElement, section);
  };

  test('has a section of the second rank within one of the first, each with its own paragraphs', async () => {
    expect(
      await written([
        paragraph(1),
        heading('s1', 2),
        paragraph(2),
        heading('s1-1', 3),
        paragraph(3),
        paragraph(4),
        heading('s1-2', 3),
        paragraph(5),
        heading('s2', 2),
        paragraph(6),
      ]),
    ).toEqual(['p1', { s1: ['p2', { 's1-1': ['p3', 'p4'] }, { 's1-2': ['p5'] }] }, { s2: ['p6'] }]);
  });

  test('has a section of the second rank as one of the first where none stands before it', async () => {
    expect(await written([heading('s1-1', 3), paragraph(1), heading('s1', 2), paragraph(2)])).toEqual([
      { 's1-1': ['p1'] },
      { s1: ['p2'] },
    ]);
  });

  test('has an empty section where a heading has nothing below it', async () => {
    expect(await written([heading('s1', 2), heading('s2', 2), paragraph(1)])).toEqual([{ s1: [] }, { s2: ['p1'] }]);
  });
});
