/** Blocks in blocks as they are read from the file of a version, and what is refused of them. */
import { describe, expect, test } from 'vitest';
import { plainText, type Version } from '../../../src/edition/model.ts';
import { readVersionText } from '../../../src/edition/reading/text.ts';

const read = (text: string, status: Version['status'] = 'draft') => readVersionText(text, 'a.mdx', 'en', status);

/** The faults of a draft, as a line with what is wrong. */
const faultsOf = (text: string) => read(text).faults.map(({ line, what }) => `${line}: ${what}`);

const listOf = (depth: number) =>
  Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- item ${level + 1}\n`).join('');

describe('names of parts', () => {
  test('are those of boxes, appendices, verse and code, which references call by them or by number', () => {
    const text = [
      'See [](#box-oil), [](#box1), [](#code-light), [](#verse-lamp), [](#appendix-logs) and [](#appendix1).\n',
      '<Box id="box-oil">\n\nOil.\n\n</Box>\n',
      '```julia code-light\nx\n```\n',
      '```verse verse-lamp\na / b\n```\n',
      '<Appendix id="appendix-logs">\n\nLogs.\n\n</Appendix>\n',
    ].join('\n');
    const { text: version, faults } = read(text);
    expect(faults).toEqual([]);
    expect(version.body[0]?.type === 'paragraph' && plainText(version.body[0].children)).toBe(
      'See Box 1, Box 1, Listing 1, Verse 1, Appendix 1 and Appendix 1.',
    );
  });

  test.each([
    ['```julia light\nx\n```\n', '"light" behind the language of a fence'],
    ['```verse lamp\na / b\n```\n', '"lamp" is no name of a verse'],
    ['```julia code-a\nx\n```\n\n```julia code-a\ny\n```\n', 'the id "code-a" is used twice'],
    ['<Box id="Oil">\n\na\n\n</Box>\n', '"Oil" is not a name'],
    ['<Epigraph id="epi-a">\n\na\n\n</Epigraph>\n', 'unknown field "id" in <Epigraph>'],
    ['See [](#code2).\n\n```julia\nx\n```\n', 'the text has no code2'],
  ])('are refused where they are none: %s', (text, what) => {
    expect(faultsOf(text).map((fault) => fault.replace(/^\d+: /, ''))).toEqual([what]);
  });
});

describe('lists', () => {
  test('hold lists, six deep', () => {
    expect(faultsOf(listOf(6))).toEqual([]);
  });

  test('that are deeper are refused where they become too deep', () => {
    const [fault] = read(listOf(7)).faults;
    expect(fault).toEqual({
      file: 'a.mdx',
      line: 7,
      what: 'lists or quotations stand more than 6 deep in one another',
      fix: 'end some of them before this line, or indent it less',
    });
  });

  test('that are fifty deep are refused once, with the other faults of the file', () => {
    expect(faultsOf(`${listOf(50)}\n\n#### Too low\n`)).toEqual([
      '7: lists or quotations stand more than 6 deep in one another',
      expect.stringMatching(/^\d+: /),
    ]);
  });

  test.each([
    ['> | a | b |\n> |---|---|\n> | 1 | 2 |\n', ['1: a table that is in no <Table> or <Figure>']],
    ['<Box>\n\n<Box>\n\na\n\n</Box>\n\n</Box>\n', ['3: <Box> inside another block']],
    ['>\n', ['1: an empty quotation']],
    ['<Box>\n\n</Box>\n', ['1: <Box> holds no text']],
  ])('what holds only what is refused is not called empty: %j', (text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  test('keep the number that they open with', () => {
    const [list] = read('5. five\n6. six\n').text.body;
    expect(list).toMatchObject({ type: 'list', ordered: true, start: 5 });
  });

  test('have items with words', () => {
    expect(faultsOf('- one\n-\n')).toEqual(['2: an empty item of a list']);
  });

  test('number no paragraph of the body', () => {
    const { body } = read('one\n\n- first\n\n  second\n\ntwo\n').text;
    expect(body.map(({ id }) => id)).toEqual(['p1', 'list1', 'p2']);
  });
});

describe('notes', () => {
  test('hold blocks, are called more than once, and know from where', () => {
    const { text, faults } = read('one[^a] and[^b]\n\n- again[^a]\n\n[^a]: first\n\n    second\n\n[^b]: other\n');
    expect(faults).toEqual([]);
    expect(text.notes).toMatchObject([
      { id: 'fn1', number: 1, calledIn: ['p1', 'list1'], blocks: [{ id: 'fn1-p1' }, { id: 'fn1-p2' }] },
      { id: 'fn2', number: 2, calledIn: ['p1'] },
    ]);
  });

  test('call no other note', () => {
    expect(faultsOf('one[^a] two[^b]\n\n[^a]: first[^b]\n\n[^b]: other\n')).toEqual([
      '3: the note [^b] is called in another note',
    ]);
  });
});

describe('headings', () => {
  test('stand three deep', () => {
    const { text, faults } = read('## One\n\n### Two\n\n#### Three\n\n#### Four\n\n### Five\n\n#### Six\n');
    expect(faults).toEqual([]);
    expect(text.body.map(({ id }) => id)).toEqual(['s1', 's1-1', 's1-1-1', 's1-1-2', 's1-2', 's1-2-1']);
  });

  test.each([
    ['## One\n\n#### Three\n', '3: a heading of level 4 below one of level 2'],
    ['### Two\n', '1: a heading of level 3 before any section'],
    ['## One\n\n### Two\n\n#### Three\n\n##### Four\n', '7: a heading of level 5'],
    ['# One\n', '1: a heading of level 1'],
    ['- a\n\n  ## One\n', '3: a heading inside another block'],
    ['<Abstract lang="en">\n\n## One\n\n</Abstract>\n', '3: a heading of level 2'],
  ])('of %j are refused', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  test('that leave a level out stay as they are where they are released', () => {
    expect(read('## One\n\n#### Three\n', 'released').faults).toEqual([]);
  });
});

test('an abstract has parts, and paragraphs whose ids are its own', () => {
  const { text, faults } = read('<Abstract lang="en">\n\n### Aim\n\none\n\n### End\n\ntwo\n\n</Abstract>\n');
  expect(faults).toEqual([]);
  expect(text.abstracts[0]?.blocks.map(({ id }) => id)).toEqual([
    'abstract-en-s1',
    'abstract-en-p1',
    'abstract-en-s2',
    'abstract-en-p2',
  ]);
});

test('a quotation holds lists and paragraphs, which are numbered as those of the body', () => {
  const { text, faults } = read('one\n\n> two\n>\n> - item\n>\n> three\n');
  expect(faults).toEqual([]);
  expect(text.body[1]).toMatchObject({ id: 'q2', blocks: [{ id: 'p2' }, { id: 'list1' }, { id: 'p3' }] });
});

test('code and verse are read as they stand, verse with its marks', () => {
  const { text, faults } = read('```julia\na  b\n```\n\n```verse\n# one *two* / three\n\n- four\n— five\n```\n');
  expect(faults).toEqual([]);
  expect(text.body).toMatchObject([
    { type: 'listing', id: 'code1', language: 'julia', value: 'a  b' },
    { type: 'verse', id: 'verse1', credit: [{ value: 'five' }] },
  ]);
  const [, verse] = text.body;
  const lines = verse?.type === 'verse' ? verse.stanzas.map((stanza) => stanza.map((line) => line.map(plainText))) : [];
  expect(lines).toEqual([[['# one two', 'three']], [['- four']]]);
});

test('definitions that follow one another are one list', () => {
  const { text, faults } = read('A\n: one\n: two\n\nB\n: three\n\nwords\n');
  expect(faults).toEqual([]);
  expect(text.body).toMatchObject([
    { type: 'definitions', entries: [{ meanings: [{}, {}] }, { meanings: [{}] }] },
    { id: 'p1' },
  ]);
});

test('the last line of a quotation says from where it is, and has no number', () => {
  const { text } = read('> one\n> — two\n\nthree\n');
  expect(text.body).toMatchObject([
    { blocks: [{ id: 'p1' }, { isSource: true, children: [{ value: 'two' }] }] },
    { id: 'p2' },
  ]);
});

test('elements have ids, titles and paragraphs without numbers', () => {
  const { text, faults } = read(
    '<Box>\n\n## T\n\none\n\n</Box>\n\ntwo\n\n<Appendix>\n\n### P\n\nthree\n\n</Appendix>\n',
  );
  expect(faults).toEqual([]);
  expect(text.body).toMatchObject([
    { type: 'part', id: 'box1', number: 1, blocks: [{ id: 'box1-title' }, { id: 'box1-p1' }] },
    { id: 'p1' },
    { type: 'part', id: 'appendix1', blocks: [{ id: 'appendix1-s1' }, { id: 'appendix1-p1' }] },
  ]);
});

test.each([
  ['<Box>\n\none\n', 1, /<Box> is not closed/, /<\/Box>/],
  ['<Boxes>\n\none\n\n</Boxes>\n', 1, /element <Boxes> is unknown/, /<Box>, <Epigraph>/],
  ['<Box>\n\n</Box>\n', 1, /<Box> holds no text/, /write it/],
  ['- a\n\n  <Box>\n\n  one\n\n  </Box>\n', 3, /<Box> inside another block/, /between the blocks of the body/],
  ['<Box>\n\n### One\n\none\n\n</Box>\n', 3, /a heading inside another block/, /## may open an element/],
  ['<Appendix>\n\n#### One\n\none\n\n</Appendix>\n', 3, /level 4 below one of level 2/, /write ###,/],
  ['one\n\n<Epigraph>\n\ntwo\n\n</Epigraph>\n', 3, /<Epigraph> after other text/, /at the beginning/],
  ['## A\n\n<Dedication>\n\ntwo\n\n</Dedication>\n', 3, /<Dedication> after other text/, /at the beginning/],
  ['<Glossary>\n\none\n\n</Glossary>\n\ntwo\n', 7, /text after <Glossary>/, /put <Glossary> behind it/],
  ['<Glossary>\n\none\n\n</Glossary>\n\n<Glossary>\n\none\n\n</Glossary>\n', 7, /"glossary" is used twice/, /keep one/],
  ['```verse\n```\n', 1, /a verse without couplets/, /first half \/ second half/],
  ['```verse\na / b / c\n```\n', 2, /no couplet/, /one slash/],
  ['```verse\na /\n```\n', 2, /no couplet/, /one slash/],
  ['```verse\na / {b\n```\n', 2, /a line of verse cannot be read/, /brace or an angle bracket/],
  ['```julia\na\n', 1, /fence is not closed/, /as many backticks/],
  ['```julia\n```\n', 1, /holds nothing/, /write what it shows/],
  ['```julia x.jl\na\n```\n', 1, /"x.jl" behind the language/, /the language alone/],
  ['one\n\n: two\n', 3, /definition without a term/, /on the line above/],
])('%j is refused', (text, line, what, fix) => {
  expect(read(text).faults).toEqual([
    { file: 'a.mdx', line, what: expect.stringMatching(what), fix: expect.stringMatching(fix) },
  ]);
});
