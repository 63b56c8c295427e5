import { describe, expect, test } from 'vitest';
import { coins } from '../../../src/bibliography/coins.ts';
import { biblatex } from '../../../src/formats/references/biblatex.ts';
import { bibtex } from '../../../src/formats/references/bibtex.ts';
import { cslJson } from '../../../src/formats/references/csl-json.ts';
import { endnote } from '../../../src/formats/references/endnote.ts';
import { ris } from '../../../src/formats/references/ris.ts';
import { cited } from '../../helpers/works.ts';

const lines = (file: string) => file.split(/\r?\n/).map((line) => line.trim());
const issued = (date: string) => JSON.parse(cslJson.writeWorks([cited({ date })]))[0].issued;

/** Every month as a number, as BibTeX's macro (btxdoc, section 2) and in words. */
const months = [
  ['01', 'jan', 'January'],
  ['02', 'feb', 'February'],
  ['03', 'mar', 'March'],
  ['04', 'apr', 'April'],
  ['05', 'may', 'May'],
  ['06', 'jun', 'June'],
  ['07', 'jul', 'July'],
  ['08', 'aug', 'August'],
  ['09', 'sep', 'September'],
  ['10', 'oct', 'October'],
  ['11', 'nov', 'November'],
  ['12', 'dec', 'December'],
] as const;

describe.each(months)('of a work of month %s', (month, macro, name) => {
  const work = cited({ date: `2006-${month}` });
  const withDay = cited({ date: `2006-${month}-04` });

  test('BibTeX has year and month in their fields, and the day in a note', () => {
    expect(lines(bibtex.writeWorks([work]))).toEqual(expect.arrayContaining(['year = {2006},', `month = ${macro},`]));
    expect(bibtex.writeWorks([work])).not.toContain('Date:');
    expect(lines(bibtex.writeWorks([withDay]))).toContain(`month = ${macro},`);
    expect(bibtex.writeWorks([withDay])).toMatch(new RegExp(`^ {2}comment = \\{.*Date: 2006-${month}-04\\},$`, 'm'));
  });

  test('BibLaTeX has the date as it is', () => {
    expect(lines(biblatex.writeWorks([work]))).toContain(`date = {2006-${month}},`);
    expect(lines(biblatex.writeWorks([withDay]))).toContain(`date = {2006-${month}-04},`);
  });

  test('RIS has the year, and the date with a place for each part', () => {
    expect(lines(ris.writeWorks([work]))).toEqual(expect.arrayContaining(['PY  - 2006', `DA  - 2006/${month}//`]));
    expect(lines(ris.writeWorks([withDay]))).toEqual(expect.arrayContaining(['PY  - 2006', `DA  - 2006/${month}/04/`]));
  });

  test('EndNote has the year, and month and day in words', () => {
    expect(lines(endnote.writeWorks([work]))).toEqual(expect.arrayContaining(['%D 2006', `%8 ${name}`]));
    expect(lines(endnote.writeWorks([withDay]))).toEqual(expect.arrayContaining(['%D 2006', `%8 ${name} 4`]));
  });

  test('CSL-JSON has the parts as numbers', () => {
    expect(issued(`2006-${month}`)).toEqual({ 'date-parts': [[2006, Number(month)]] });
    expect(issued(`2006-${month}-04`)).toEqual({ 'date-parts': [[2006, Number(month), 4]] });
  });

  test('COinS has the date as it is', () => {
    expect(coins(withDay)).toContain(`&rft.date=2006-${month}-04&`);
  });
});

test('a work with a year alone has no month anywhere', () => {
  const work = cited({ date: '2006' });
  const bib = bibtex.writeWorks([work]);
  expect(lines(bib)).toContain('year = {2006},');
  expect(bib).not.toMatch(/month|Date:/);
  expect(lines(biblatex.writeWorks([work]))).toContain('date = {2006},');
  expect(lines(ris.writeWorks([work]))).toEqual(expect.arrayContaining(['PY  - 2006', 'DA  - 2006///']));
  expect(lines(endnote.writeWorks([work]))).toContain('%D 2006');
  expect(endnote.writeWorks([work])).not.toContain('%8');
  expect(issued('2006')).toEqual({ 'date-parts': [[2006]] });
});

test('a work without a date has none anywhere', () => {
  const work = cited();
  expect(bibtex.writeWorks([work])).not.toMatch(/year|month|Date:/);
  expect(biblatex.writeWorks([work])).not.toMatch(/ date =/);
  expect(ris.writeWorks([work])).not.toMatch(/PY|DA|Year:/);
  expect(endnote.writeWorks([work])).not.toMatch(/%D|%8/);
  expect(cslJson.writeWorks([work])).not.toContain('issued');
  expect(coins(work)).not.toContain('rft.date');
});

describe('of a work of two years', () => {
  const work = cited({ date: '2019/2020' });

  test('CSL-JSON and BibLaTeX have both, as an interval', () => {
    expect(issued('2019/2020')).toEqual({ 'date-parts': [[2019], [2020]] });
    expect(lines(biblatex.writeWorks([work]))).toContain('date = {2019/2020},');
  });

  test('RIS has the first in its fields, and both in a note', () => {
    const file = lines(ris.writeWorks([work]));
    expect(file).toEqual(expect.arrayContaining(['PY  - 2019', 'DA  - 2019///']));
    expect(file.find((line) => line.startsWith('RN'))).toContain('Year: 2019/2020');
  });

  test('BibTeX has the first in its field, and both in a note', () => {
    const file = bibtex.writeWorks([work]);
    expect(lines(file)).toContain('year = {2019},');
    expect(file).toMatch(/comment = \{.*Date: 2019\/2020\},$/m);
    expect(file).not.toContain('month');
  });

  test('EndNote and COinS have the first', () => {
    expect(lines(endnote.writeWorks([work]))).toContain('%D 2019');
    expect(endnote.writeWorks([work])).not.toContain('%8');
    expect(coins(work)).toContain('&rft.date=2019&');
  });
});
