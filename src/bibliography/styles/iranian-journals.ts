/**
 * How something is cited as Iranian journals of the humanities ask for it: styles of CSL 1.0.2, one in Persian and one in Latin
 * letters, each in the terms of its language, and one in Arabic. A module rather than a file, because the pages are bundled.
 *
 * The guides of the journals agree in the order and differ in the signs. What is taken from which:
 * - names and year, title, translator, «place: publisher» (ild.journals.miu.ac.ir, guide for authors; jks.atu.ac.ir, page 104, with
 *   the number of the volume and of the edition before the place);
 * - «و» before the last author (paykareh.scu.ac.ir, page 22: of two); how the names behind the first stand is left open, and they
 *   are not inverted here;
 * - «و دیگران», «بی‌تا» where no year is known, the title in the place of an author (jtd.markazfeqhi.com, guide, part A);
 * - titles of articles in guillemets, of books in italics (jks.atu.ac.ir);
 * - of a chapter, `در` and who collected the book before its title; of a thesis that it is one, then the university
 *   (conference.ac, sources at the end of a paper);
 * - of a page on the web, the day on which it was consulted, then its address (journals.modares.ac.ir, guide 29);
 * - of a work in Persian in a Latin list, romanised names, the title in English, and `[In Persian]` (the same, guide 13);
 * - works in Latin letters in a list of their own behind the Persian ones, in their letters (psi.saminatech.ir, guide).
 */
import { toLatinDigits } from '../../text/digits.ts';
import { citationElement, yearMacro } from './elements.ts';
import { persianSaid } from './words.ts';

/** What the styles say differently. */
interface JournalWords {
  readonly id: string;
  readonly locale: 'fa-IR' | 'en-US' | 'ar';
  /** Terms of the locale in words of the journals (CSL 1.0.2, "Terms"). */
  readonly terms: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly open: string;
  readonly close: string;
  readonly in: string;
  /** The edition, as an element of CSL. */
  readonly edition: string;
  readonly version: string;
  readonly chapter: string;
  /** The pages, as an element of CSL. */
  readonly pages: string;
  readonly book: string;
  readonly volume: string;
  readonly number: string;
  /** The number of what is no issue: a report, a standard. */
  readonly numbered: string;
  readonly translator: string;
  readonly editor: string;
  readonly compiler: string;
  readonly director: string;
  readonly interviewer: string;
  readonly original: string;
  /** The day on which something was consulted, as an element of CSL; nothing in a style that does not ask for it. */
  readonly accessed: string;
}

/** The element of the day on which something was consulted. */
const accessedOn = (prefix: string, month: 'long' | 'numeric') =>
  `<date variable="accessed" prefix="${prefix}" delimiter=" ">
            <date-part name="day"/><date-part name="month" form="${month}"/><date-part name="year"/>
          </date>`;

const persianWords: JournalWords = {
  ...persianSaid,
  id: 'persian',
  terms: `<term name="editor" form="short"><single>گردآورنده</single><multiple>گردآورندگان</multiple></term>`,
  edition: '<text variable="edition" prefix="چاپ "/>',
  // citeproc counts no pages in Persian digits: what they are called stands before them in the item (`sayPages`).
  pages: '<text variable="page"/>',
  book: 'جلد ',
  original: 'اصل: ',
  numbered: persianSaid.number,
  accessed: accessedOn('تاریخ مراجعه: ', 'numeric'),
};

const latinWords: JournalWords = {
  id: 'persian-latin',
  locale: 'en-US',
  terms: `<term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>`,
  comma: ', ',
  semicolon: '; ',
  open: '“',
  close: '”',
  in: 'In: ',
  edition: `<choose>
      <if is-numeric="edition"><group delimiter=" "><number variable="edition" form="ordinal"/><text value="ed."/></group></if>
      <else><text variable="edition"/></else>
    </choose>`,
  version: 'version ',
  chapter: 'chap. ',
  pages: '<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>',
  book: 'Vol. ',
  volume: 'Vol. ',
  number: 'No. ',
  translator: 'translated by ',
  editor: 'edited by ',
  compiler: 'compiled by ',
  director: 'directed by ',
  interviewer: 'interview by ',
  original: 'original: ',
  numbered: 'No. ',
  accessed: accessedOn('accessed ', 'long'),
};

/** «و» that Arabic writes as a part of the word behind it: the sign behind it tells {@link joined} which one it is. */
const joinedWaw = 'و\u2060';

/** What CSL printed, without the space that it sets behind the «و» of Arabic (CSL 1.0.2 has no term without one). */
export const joined = (text: string): string => text.replaceAll(`${joinedWaw} `, 'و');

/**
 * Arabic works and what is cited in Arabic, in the same order, by the guides of Arabic universities and journals: «و» between the
 * authors, «(محرر)» (zu.libguides.com, “APA” in Arabic); the family name first, the year behind the names, the edition before the
 * publisher, «وآخرون» (diraset.com, guide for authors); «د.ت» of no date (isnadsistemi.org). No day of consulting: a version does not
 * change.
 */
export const arabicJournals = { id: 'arabic-list', locale: 'ar' } as const;

const arabicWords: JournalWords = {
  ...arabicJournals,
  terms: `<term name="editor" form="short"><single>محرر</single><multiple>محررون</multiple></term>
    <term name="no date" form="short">د.ت</term><term name="et-al">وآخرون</term><term name="and">${joinedWaw}</term>`,
  comma: '، ',
  semicolon: '؛ ',
  open: '«',
  close: '»',
  in: 'في: ',
  edition: '<text variable="edition" prefix="الطبعة "/>',
  version: 'الإصدار ',
  chapter: 'الفصل ',
  pages: '<text variable="page" prefix="ص "/>',
  book: 'الجزء ',
  volume: 'المجلد ',
  number: 'العدد ',
  numbered: 'رقم ',
  translator: 'ترجمة ',
  editor: 'تحرير ',
  compiler: 'جمع ',
  director: 'إخراج ',
  interviewer: 'حوار: ',
  original: 'الأصل: ',
  accessed: '',
};

/** The types that stand in a book, and those that are one. */
const inBook = 'chapter paper-conference entry-encyclopedia';
const whole = 'book report legislation legal_case motion_picture software dataset standard patent';

/** A style in its words. */
function styleIn(words: JournalWords): string {
  const name = `<name and="text" delimiter="${words.comma}" delimiter-precedes-last="never" initialize="false"/>`;
  const first = name.replace('/>', ` name-as-sort-order="first" sort-separator="${words.comma}"/>`);
  const people = (role: string, prefix: string) => `<names variable="${role}" prefix="${prefix}">${name}</names>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="${words.locale}">
  <info>
    <title>Iranian journals, author and year (${words.id})</title>
    <id>https://estenad.example/styles/${words.id}</id>
    <updated>2026-12-01T00:00:00+00:00</updated>
  </info>
  <locale xml:lang="${words.locale}"><terms>
    ${words.terms}
  </terms></locale>
  <macro name="names">
    <names variable="author">
      ${first}
      <substitute>
        <names variable="editor">${first}<label form="short" prefix=" (" suffix=")"/></names>
        <text macro="title"/>
      </substitute>
    </names>
  </macro>
  ${yearMacro}
  <macro name="title">
    <choose>
      <if type="${whole}" match="any"><text variable="title" font-style="italic"/></if>
      <else><text variable="title" prefix="${words.open}" suffix="${words.close}"/></else>
    </choose>
  </macro>
  <macro name="original">
    <group prefix="(${words.original}" suffix=")" delimiter="${words.comma}">
      <text variable="original-title" font-style="italic"/>
      <date variable="original-date"><date-part name="year"/></date>
    </group>
  </macro>
  <macro name="people">
    <group delimiter="${words.comma}">
      ${people('translator', words.translator)}
      <choose>
        <if type="${inBook}" match="none"><choose><if variable="author">${people('editor', words.editor)}</if></choose></if>
      </choose>
      ${people('compiler', words.compiler)}
      ${people('director', words.director)}
      ${people('interviewer', words.interviewer)}
    </group>
  </macro>
  <macro name="host">
    <choose>
      <if type="thesis"><text variable="genre"/></if>
      <else-if type="${inBook}" match="any">
        <group prefix="${words.in}" delimiter="${words.comma}">
          <choose>
            <if variable="author"><names variable="editor">${name}<label form="short" prefix=" (" suffix=")"/></names></if>
          </choose>
          <text variable="container-title" font-style="italic"/>
        </group>
      </else-if>
      <else><text variable="container-title" font-style="italic"/></else>
    </choose>
  </macro>
  <macro name="volume">
    <choose>
      <if type="book ${inBook}" match="any"><text variable="volume" prefix="${words.book}"/></if>
      <else><text variable="volume" prefix="${words.volume}"/></else>
    </choose>
  </macro>
  <macro name="number">
    <choose>
      <if type="article"><text variable="number"/></if>
      <else-if type="interview"><text variable="number" prefix="${words.number}"/></else-if>
      <else><text variable="number" prefix="${words.numbered}"/></else>
    </choose>
  </macro>
  <macro name="place">
    <group delimiter="${words.comma}">
      <text macro="host"/>
      <text variable="event"/>
      <text variable="collection-title"/>
      <choose><if type="thesis" match="none"><text variable="genre"/></if></choose>
      ${words.edition}
      <text variable="version" prefix="${words.version}"/>
      <choose><if type="standard" match="none"><text variable="authority"/></if></choose>
      <text variable="chapter-number" prefix="${words.chapter}"/>
      <text macro="volume"/>
      <text variable="issue" prefix="${words.number}"/>
      <text macro="number"/>
      ${words.pages}
      <group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>
    </group>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else>
        <group delimiter="${words.comma}">
          ${words.accessed}
          <text variable="URL"/>
        </group>
      </else>
    </choose>
  </macro>
  ${citationElement(words)}
  <bibliography>
    <layout suffix=".">
      <group delimiter="${words.comma}">
        <group delimiter=" "><text macro="names"/><text macro="year"/></group>
        <group delimiter=" "><text macro="title"/><text macro="original"/></group>
        <text macro="people"/>
        <text macro="place"/>
        <text variable="note"/>
        <text macro="access"/>
      </group>
    </layout>
  </bibliography>
</style>
`;
}

/** «ص.» of one page, «صص.» of several. */
export const sayPages = (pages: string): string => `${/\d[-–,،]/u.test(toLatinDigits(pages)) ? 'صص.' : 'ص.'} ${pages}`;

/** The styles by name. */
export const iranianJournals: Readonly<Record<string, string>> = {
  persian: styleIn(persianWords),
  'persian-latin': styleIn(latinWords),
  [arabicJournals.id]: styleIn(arabicWords),
};
