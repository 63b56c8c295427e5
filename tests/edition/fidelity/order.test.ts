import { describe, expect, test } from 'vitest';
import { saidOf } from '../../helpers/faults.ts';

const folder = 'content/articles/a-tale';

/** Ten words that no line but their own has. */
const words = 'alpha bravo charlie delta echoes foxtrot golfer hotel india juliet'.split(' ');

/** An article of one paragraph whose source has a word a line. */
const paragraph = (text: readonly string[], lines: readonly string[] = words) =>
  saidOf({
    [`${folder}/source.txt`]: `${lines.join('\n')}\n`,
    [`${folder}/1.0.0.mdx`]: `${text.join(' ')} [](source:1-${lines.length})\n`,
  });

/** The words with the first ones behind the others. */
const turned = (count: number) => [...words.slice(count), ...words.slice(0, count)];

describe('the words of a paragraph follow the order of its source lines', () => {
  test('whole, or but for one in five: words move within a scrambled line', async () => {
    expect(await paragraph(words)).toEqual([]);
    expect(await paragraph(turned(2))).toEqual([]);
  });

  test('and where fewer do, it is named with the share that does', async () => {
    expect(await paragraph(turned(3))).toEqual([
      'p1 (source lines 1–10): only 70 % of its words follow the order of the source lines',
    ]);
    expect(await paragraph(words.toReversed())).toEqual([
      'p1 (source lines 1–10): only 10 % of its words follow the order of the source lines',
    ]);
  });

  test('in any order within a line', async () => {
    expect(await paragraph(words.toReversed(), [words.join(' ')])).toEqual([]);
  });

  test('as far as eight of them can be told: fewer say nothing', async () => {
    const some = words.slice(0, 7);
    expect(await paragraph(some.toReversed(), some)).toEqual([]);
    const eight = words.slice(0, 8);
    expect(await paragraph(eight.toReversed(), eight)).toHaveLength(1);
  });

  test('and those that stand twice, in the text or in the source, or are short, are not told', async () => {
    const lines = (extra: string) => words.map((word) => `${word} ${extra}`);
    expect(await paragraph(lines('the'), lines('the'))).toEqual([]);
    const twice = [...words, ...words];
    expect(await paragraph(twice.toReversed(), twice)).toEqual([]);
  });
});

test('the labels of a table may stand in any order', async () => {
  const cells = words.toReversed();
  const table = `<Table>

| ${cells.slice(0, 5).join(' | ')} |
| - | - | - | - | - |
| ${cells.slice(5).join(' | ')} |

</Table>
`;
  expect(
    await saidOf({
      [`${folder}/source.txt`]: `${words.join('\n')}\n`,
      [`${folder}/1.0.0.mdx`]: table.replace('<Table>', '<Table source="1-10">'),
    }),
  ).toEqual([]);
});
