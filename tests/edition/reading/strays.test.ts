/** What other systems take for markup never becomes words of a text. */
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/edition/model.ts';
import { readVersionText } from '../../../src/edition/reading/text.ts';

const read = (mdx: string) => readVersionText(`${mdx}\n`, 'text.mdx', 'en');

describe('refused with its line and what to write instead is', () => {
  test.each([
    ['bold as TeX', 'It was\\\n\\textbf{so}.', 2, /\\textbf/, /\*\*bold\*\*/],
    ['emphasis as TeX', 'It was \\emph{so}.', 1, /\\emph/, /\*emphasis\*/],
    ['a citation as TeX', 'So \\citep[p. 3]{jervis1985} says.', 1, /\\citep/, /\(cite:key/],
    ['a reference as TeX', 'See \\ref{fig:map}.', 1, /\\ref/, /number/],
    ['a note as TeX', 'So it was\\footnote{Or not.}.', 1, /\\footnote/, /\[\^1\]/],
    ['any other command of TeX', 'So \\foo{a {b} c} it was.', 1, /\\foo/, /backslash/],
    ['a formula between round brackets', 'Take \\(x^2\\) of it.', 1, /\\\(/, /\$x\^2\$/],
    ['a formula between two signs', 'Take $$x^2$$ of it.', 1, /\$\$/, /```math/],
    ['a citation as pandoc writes it', 'So it was [see @jervis1985, p. 3].', 1, /citation of pandoc/, /\(cite:key/],
    ['a key as pandoc writes it', 'As @jervis1985 says.', 1, /citation of pandoc/, /\\@/],
    ['a class', 'A [word]{.smallcaps} of it.', 1, /class/, /leave it out/],
    ['an id', '## Beginning {#start}', 1, /id or a class/, /gives the ids/],
    ['an expression', 'It is {1 + 1}.', 1, /braces/, /\\\{/],
    ['bold as HTML', 'It was <b>so</b>.', 1, /<b>/, /\*\*bold\*\*/],
    ['an end of a line as HTML', 'It was<br>so.', 1, /<br>/, /two spaces/],
    ['the same, closed', 'It was<br/>so.', 1, /<br>/, /two spaces/],
    ['an image as HTML', '<img src="a.png">', 1, /<img>/, /<Figure/],
    ['a division as HTML', '<div class="a">\n\nIt was so.\n\n</div>', 1, /<div>/, /leave it out/],
    ['a comment', 'It was <!-- not --> so.', 1, /comment/, /no hidden words/],
    ['an address in angle brackets', 'See <https://a.example>.', 1, /address/, /\[words\]/],
    ['an image of Markdown', 'See ![a map](map.png).', 1, /image/, /<Figure/],
    ['a row that is no table', 'So:\n\n| a | b |', 3, /row of a table/, /<Table>/],
    ['a table outside of its place', '| a | b |\n|---|---|\n| c | d |', 1, /table/, /<Table>/],
    ['a link of a wiki', 'See [[Harbour]].', 1, /wiki/, /\[words\]/],
    ['marked words', 'It was ==so==.', 1, /==/, /\*\*bold\*\*/],
    ['a note in the line', 'It was so^[Or not].', 1, /note in the line/, /\[\^1\]/],
    ['a box to tick', '- [x] done', 1, /box to tick/, /\\\[/],
    ['a head of facts', '---\ntitle: A\n---\n\nIt was so.', 1, /head of facts/, /article\.yaml/],
    ['code to run', 'import a from "b"', 1, /import/, /no code/],
    ['an image whose address is elsewhere', 'See ![it][a].', 1, /named is not there/, /\[words\]/],
    ['a link whose address is nowhere', 'See [it][a].', 1, /named is not there/, /\[words\]/],
    ['an address of mail in angle brackets', 'Ask <a@b.org>.', 1, /address between/, /mailto/],
    ['a bold that is not closed', 'It **was so.', 1, /bold is not closed/, /\\\*/],
    ['emphasis that is not closed', 'It *was so.', 1, /emphasis is not closed/, /\\\*/],
    ['emphasis that ends against a letter', 'See *«کتاب»*ها.', 1, /emphasis is not closed/, /«\*words\*»/],
    ['bold that did not begin', 'It was** so.', 1, /\*\* ends nothing/, /\\\*/],
    ['bold and emphasis that overlap', 'It **was *so** there*.', 1, /overlap/, /what began last/],
    ['a formula and bold that overlap', 'It $x **y$ was**.', 1, /\*\* ends nothing/, /within no other mark/],
    ['a superscript with a space', 'So x^a b^ was.', 1, /a \^ stands alone/, /m\^2\^/],
    ['a superscript that is not closed', 'Of ^13C it was.', 1, /a \^ stands alone/, /\\\^/],
    ['a subscript that is not closed', 'Of H~2O it was.', 1, /a ~ stands alone/, /CO~2~/],
    ['spaces of TeX', 'In Table~2 and Table~3.', 1, /~ of TeX/, /a space for it/],
    ['an element among words', 'It <Box>was</Box> so.', 1, /<Box> stands in a paragraph/, /empty line/],
    ['code that is not closed', 'It `was so.', 1, /stands alone/, /\\`/],
    ['HTML in capitals', 'It was <B>so</B>.', 1, /<B>/, /\*\*bold\*\*/],
    ['HTML whose values have no signs', '<IMG src=a.png>', 1, /<IMG>/, /<Figure/],
    ['a type of document', '<!DOCTYPE html>', 1, /for machines/, /leave it out/],
    ['a program', 'A <?php x ?> of it.', 1, /for machines/, /leave it out/],
    ['a comment of Obsidian', 'It was %%not%% so.', 1, /comment/, /no hidden words/],
    ['a comment of TeX', '% not\nIt was so.', 1, /begins with %/, /\\%/],
    ['a template', 'It was {{so}}.', 1, /braces/, /\\\{/],
    ['braces over several lines', 'It was\n\n{\n so\n}', 3, /braces/, /\\\{/],
    ['a head of facts among the words', 'It was so.\n\n---\ntitle: A\n---', 3, /head of facts/, /article\.yaml/],
    ['code by its spaces', 'It was\n\n    so = 1', 3, /four spaces/, /```/],
    ['code by a tab', '\tso = 1', 1, /four spaces/, /```/],
    ['a heading without a space', '##Beginning', 1, /without a space/, /\\#/],
    ['a heading without words', 'It.\n\n##\n\nWas.', 3, /without words/, /remove it/],
    ['a list by letters', 'a. one\nb. two', 1, /become one paragraph/, /- or 1\./],
    ['a list by Persian digits', '۱. یک\n۲. دو', 1, /become one paragraph/, /- or 1\./],
    ['a list by Persian letters', 'الف) یک\nب) دو', 1, /become one paragraph/, /- or 1\./],
    ['a list by dots', '• one\n• two', 1, /become one paragraph/, /- or 1\./],
    ['a table of lines', 'a     b\n----- -----\nc     d', 2, /table/, /<Table>/],
    ['a table in a grid', '+---+\n| a |\n+---+', 1, /table/, /<Table>/],
    ['lines that keep their ends', '| A half\n| another', 1, /keeps its end/, /```verse/],
    ['a numbered example', '(@) It was so.', 1, /example of pandoc/, /its number/],
    ['a box of GitHub', '> [!NOTE]\n> It was so.', 1, /box of another/, /<Box>/],
    ['a box of MkDocs', '!!! note\n    It was so.', 1, /box of another/, /<Box>/],
    ['a box of reStructuredText', '.. note:: It was so.', 1, /box of another/, /<Box>/],
    ['a place for the contents', '[TOC]', 1, /contents/, /leave it out/],
    ['a picture by its name', 'It was :smile: so.', 1, /picture/, /\\:/],
    ['inserted words', 'It ++was++ so.', 1, /inserted/, /\\\+/],
    ['an id of Obsidian', 'It was so. ^so-it-was', 1, /id behind/, /gives the ids/],
    ['a formula between square brackets', '\\[x^2 = y\\]', 1, /\\\[/, /```math/],
    ['words behind an address', '[It](https://a.example "was") so.', 1, /"was" behind/, /no page shows/],
    ['a link without words', 'It [](https://a.example) was.', 1, /without words/, /between \[ and \]/],
    ['small capitals that say more', 'It [was](sc:so).', 1, /"so" behind sc:/, /\(sc:\)/],
    ['a chunk to run', '```{r}\nso <- 1\n```', 1, /"\{r\}" is no name/, /```julia/],
    ['raw HTML in a fence', '```{=html}\n<b>\n```', 1, /"\{=html\}" is no name/, /```julia/],
    ['an element that is not closed', '<Box>\n\nIt was so.', 1, /<Box> is not closed/, /<\/Box>/],
    ['an element that is not open', 'It was so.\n\n</Box>', 3, /is not open/, /remove its end/],
    ['a sign that opens nothing', 'So a <b', 1, /opens no element/, /\\</],
    ['a link whose address is elsewhere', 'See [it][a].\n\n[a]: https://a.example', 1, /elsewhere/, /\[words\]/],
  ])('%s', (_, mdx, line, what, fix) => {
    const [fault] = read(mdx).faults;
    expect(fault).toMatchObject({ file: 'text.mdx', line });
    expect(fault?.what).toMatch(what);
    expect(fault?.fix).toMatch(fix);
  });

  test('a box of colons, at both of its ends', () => {
    expect(read('::: note\nIt was so.\n:::').faults.map(({ line }) => line)).toEqual([1, 3]);
  });

  test('everything at once, each once', () => {
    const { faults } = read(
      'A \\textbf{b}, <i>c</i>, [@d], {.e} and ==f==.\n\n<!-- g -->\n\n## H {#h}\n\nA word in `<b>` is none.',
    );
    expect(faults.map(({ line }) => line)).toEqual([1, 1, 1, 1, 1, 3, 5]);
    expect(read('Take $$x$$ of it.').faults).toHaveLength(1);
  });
});

test.each([
  [
    'signs that are meant as such',
    'Write \\@key, \\{x\\}, \\<b\\> and \\\\textbf.',
    'Write @key, {x}, <b> and \\textbf.',
  ],
  ['code', 'Write `\\textbf{a} [@b] {c} <b>`.', 'Write \\textbf{a} [@b] {c} <b>.'],
  ['a formula', 'Take $\\frac{a}{b} == c$.', 'Take \\frac{a}{b} == c.'],
  ['prices', 'It costs $5 and $6.', 'It costs $5 and $6.'],
  ['comparisons', 'So a < b and c == d == e.', 'So a < b and c == d == e.'],
  ['an address', 'See [it](https://a.example/@b?c==d==e).', 'See it.'],
  ['an omission', 'So […] it was.', 'So […] it was.'],
  ['numbers of works', 'So it was [1][2].', 'So it was [1][2].'],
  ['languages', 'C++ and C#, or ++C.', 'C++ and C#, or ++C.'],
  ['ratios and times', 'At 10:30:00, 1:a:2.', 'At 10:30:00, 1:a:2.'],
  ['per cents', 'It was 5 % or ۵٪.', 'It was 5 % or ۵٪.'],
  ['stars of significance', 'So 0.4** it was.', 'So 0.4** it was.'],
  ['stars alone', 'So 2 * 3 it was.', 'So 2 * 3 it was.'],
  ['powers', 'So 2^10 and 10^-3.', 'So 2^10 and 10^-3.'],
  ['about', 'So ~5 km.', 'So ~5 km.'],
  ['an interval', 'In \\[0, 1) it was.', 'In [0, 1) it was.'],
  ['a first item alone', '(a) So it was.', '(a) So it was.'],
  ['lines that end by a sign', 'a. one\\\nb. two', 'a. one b. two'],
])('%s are words', (_, mdx, words) => {
  const { text, faults } = read(mdx);
  expect(faults).toEqual([]);
  const [block] = text.body;
  expect(block?.type === 'paragraph' && plainText(block.children)).toBe(words);
});

test('an element on one line is a block with its words', () => {
  const { text, faults } = read('<Box>It *was* so.</Box>\n\n- a\n\n  <Box>b</Box>');
  expect(text.body[0]).toMatchObject({ type: 'part', id: 'box1', blocks: [{ type: 'paragraph', line: 1 }] });
  expect(faults.map(({ line, what }) => [line, what])).toEqual([[5, '<Box> inside another block']]);
});

test('what was released is read as it was', () => {
  const { text, faults } = readVersionText('See [@a] and ==b==.\n', 'text.mdx', 'en', 'released');
  expect(faults).toEqual([]);
  expect(text.body[0]?.type === 'paragraph' && plainText(text.body[0].children)).toBe('See [@a] and ==b==.');
});
