import { describe, expect, test } from 'vitest';
import { coins } from '../../../src/bibliography/coins.ts';
import { biblatex } from '../../../src/formats/references/biblatex.ts';
import { bibtex } from '../../../src/formats/references/bibtex.ts';
import { cslJson } from '../../../src/formats/references/csl-json.ts';
import { endnote } from '../../../src/formats/references/endnote.ts';
import { ris } from '../../../src/formats/references/ris.ts';
import { cited } from '../../helpers/works.ts';

const lines = (file: string) => file.split(/\r?\n/).map((line) => line.trim());
const range = cited({ pages: '58--79' });
const page = cited({ pages: 'e58' });
const none = cited();

describe('pages', () => {
  test('are a range with two hyphens in BibTeX and BibLaTeX, and one page by itself', () => {
    for (const { writeWorks } of [bibtex, biblatex]) {
      expect(lines(writeWorks([range]))).toContain('pages = {58--79},');
      expect(lines(writeWorks([page]))).toContain('pages = {e58},');
      expect(writeWorks([none])).not.toContain('pages');
    }
  });

  test('are first and last in RIS, the last one where there is one', () => {
    expect(lines(ris.writeWorks([range]))).toEqual(expect.arrayContaining(['SP  - 58', 'EP  - 79']));
    expect(lines(ris.writeWorks([page]))).toContain('SP  - e58');
    expect(ris.writeWorks([page])).not.toContain('EP  -');
    expect(ris.writeWorks([none])).not.toMatch(/[SE]P {2}-/);
  });

  test('are a range with one hyphen in EndNote', () => {
    expect(lines(endnote.writeWorks([range]))).toContain('%P 58-79');
    expect(lines(endnote.writeWorks([page]))).toContain('%P e58');
    expect(endnote.writeWorks([none])).not.toContain('%P');
  });

  test('are a range with a dash in CSL-JSON', () => {
    const pageOf = (work: typeof range) => JSON.parse(cslJson.writeWorks([work]))[0].page;
    expect(pageOf(range)).toBe('58–79');
    expect(pageOf(page)).toBe('e58');
    expect(pageOf(none)).toBeUndefined();
  });

  test('are a range, the first and the last in COinS', () => {
    expect(coins(range)).toContain('&rft.pages=58–79&rft.spage=58&rft.epage=79&');
    expect(coins(page)).toContain('&rft.pages=e58&rft.spage=e58&');
    expect(coins(page)).not.toContain('epage');
    expect(coins(none)).not.toMatch(/rft\.(?:pages|spage|epage)/);
  });
});
