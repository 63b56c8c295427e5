import { describe, expect, test } from 'vitest';
import { latestVersion } from '../../src/edition/model.ts';
import { renderText } from '../../src/html/body.ts';
import { harbourArticle } from '../helpers/harbour.ts';

const persian = await harbourArticle('border-markets');
const english = await harbourArticle('harbour-lights');
const inEnglish = renderText({ article: persian, version: latestVersion(persian) }, 'en');
const inPersian = renderText({ article: english, version: latestVersion(english) }, 'fa');

/** The element of that id, as it is written. */
const element = (html: string, id: string): string =>
  new RegExp(`<(\\w+) id="${id}".*?</\\1>`, 's').exec(html)?.[0] ?? '';

describe('the text of a version', () => {
  test('has its headings, paragraphs with their numbers behind them, lists and quotations', () => {
    const { body } = inPersian;
    expect(element(body, 's2')).toBe('<h2 id="s2">What the ledger says</h2>');
    expect(element(body, 'p4')).toBe(
      '<p id="p4">The clerk\'s entries are the fullest. Of the second light he says only this:<a class="pn" href="#p4" aria-label="بند 4">4</a></p>',
    );
    expect(element(body, 'list1')).toBe(
      "<ol id=\"list1\"><li>the harbour master's own, small and upright</li><li>a clerk's, from 1861 to 1879</li><li>a child's, on two pages of the winter of 1880</li></ol>",
    );
    expect(element(body, 'q5')).toMatch(/^<blockquote id="q5"><p id="p5">The merchants will .*<\/p><\/blockquote>$/);
    expect(element(inEnglish.body, 's3-1')).toBe('<h3 id="s3-1">نوواقع‌گرایی</h3>');
  });

  test('has its tables: the caption names what scrolls, the heads say of what they are, the credit follows', () => {
    expect(element(inPersian.body, 'table1')).toBe(
      [
        '<figure id="table1"><figcaption id="table1-caption">Table 1: What the lights cost in their first year <a class="at sign" href="#table1" aria-label="جدول ۱">#</a></figcaption>',
        '<div class="scroll" role="group" tabindex="0" aria-labelledby="table1-caption"><table id="fig1">',
        '<thead><tr><th scope="col">Light</th><th scope="col">Oil</th><th scope="col">Keepers</th></tr></thead>',
        '<tbody><tr><th scope="row">older</th><td>40</td><td>2</td></tr>',
        '<tr><th scope="row">younger</th><td>31</td><td>1</td></tr></tbody></table></div>',
        '<p class="credit">Source: the ledger</p></figure>',
      ].join(''),
    );
    expect(inEnglish.body).toContain('<figure id="fig1"><figcaption id="fig1-caption">');
    expect(inEnglish.body).toContain('<table id="table1">');
  });

  test('has notes that lead back to their places', () => {
    expect(inPersian.notes).toBe(
      '<li id="fn1" class="opens" tabindex="-1"><span>The chart of 1902 shows one light, at the wrong end of the mole.</span> <a class="back" href="#fnref1" role="doc-backlink" aria-label="بازگشت به متن">↩</a></li>',
    );
    expect(inPersian.body).toContain(
      '<sup dir="ltr"><a class="note" id="fnref1" href="#fn1" role="doc-noteref" aria-label="یادداشت 1">1</a></sup>',
    );
  });

  test('has an apparatus: the reading, how sure it is, what the source has, what else it may be, why', () => {
    expect(element(inEnglish.apparatus, 'r5')).toBe(
      '<li id="r5" class="opens" tabindex="-1"><b><bdi lang="fa">۱۲</bdi></b> — supported by evidence. Source has: <bdi>1۲</bdi>; Possible readings: <bdi>۱۲</bdi>, <bdi>۳۲</bdi>, <bdi>۷۲</bdi>. A year has twelve months <a class="back" href="#in-r5" role="doc-backlink" aria-label="Back to the text">↩</a></li>',
    );
    expect(element(inEnglish.apparatus, 'e1')).toBe(
      '<li id="e1" class="opens" tabindex="-1"><b>Editorial remark</b>: The source has the headings of this chart apart from it <a class="back" href="#in-e1" role="doc-backlink" aria-label="Back to the text">↩</a></li>',
    );
    expect(inEnglish.apparatus.match(/<li /g)).toHaveLength(9);
    expect(inEnglish.apparatus).toContain('Source has: <bdi lang="fa">هفاد</bdi>;');
  });

  test('has contents in its own language, sections in sections', () => {
    expect(inEnglish.contents).toBe(
      '<ol lang="fa" dir="rtl"><li><a href="#s1">مقدمه</a></li><li><a href="#s2">پیشینۀ پژوهش</a></li><li><a href="#s3">چارچوب نظری</a><ol><li><a href="#s3-1">نوواقع‌گرایی</a></li><li><a href="#s3-2">نولیبرال‌گرایی</a></li></ol></li><li><a href="#s4">سه بازارچه</a><ol><li><a href="#s4-1">بازارچۀ شمالی</a></li><li><a href="#s4-2">بازارچۀ میانی</a></li><li><a href="#s4-3">بازارچۀ جنوبی</a></li></ol></li><li><a href="#s5">دو نظریه و سه بازارچه</a></li><li><a href="#s6">نتیجه</a></li></ol>',
    );
  });
});
