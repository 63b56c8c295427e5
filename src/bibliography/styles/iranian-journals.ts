/**
 * How something is cited as Iranian journals of the humanities ask for it: two styles of CSL 1.0.2, one in Persian and one in Latin
 * letters, each in the terms of its language. A module rather than a file, because the pages are bundled.
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

/** What the two styles say differently. */
interface IranianWords {
  readonly id: string;
  readonly locale: 'fa-IR' | 'en-US';
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
  readonly translator: string;
  readonly editor: string;
  readonly compiler: string;
  readonly director: string;
  readonly interviewer: string;
  readonly original: string;
  readonly accessed: string;
  /** The form of the month in the day on which something was consulted. */
  readonly month: 'long' | 'numeric';
}

const persianWords: IranianWords = {
  ...persianSaid,
  id: 'persian',
  terms: `<term name="editor" form="short"><single>گردآورنده</single><multiple>گردآورندگان</multiple></term>`,
  edition: '<text variable="edition" prefix="چاپ "/>',
  // citeproc counts no pages in Persian digits: what they are called stands before them in the item (`sayPages`).
  pages: '<text variable="page"/>',
  book: 'جلد ',
  original: 'اصل: ',
  accessed: 'تاریخ مراجعه: ',
  month: 'numeric',
};

const latinWords: IranianWords = {
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
  accessed: 'accessed ',
  month: 'long',
};

/** The types that stand in a book, and those that are one. */
const inBook = 'chapter paper-conference entry-encyclopedia';
const whole = 'book report legislation legal_case motion_picture software dataset standard patent';

/** A style in its words. */
function styleIn(words: IranianWords): string {
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
      <else><text variable="number" prefix="${words.number}"/></else>
    </choose>
  </macro>
  <macro name="place">
    <group delimiter="${words.comma}">
      <text macro="host"/>
      <text variable="event-title"/>
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
          <date variable="accessed" prefix="${words.accessed}" delimiter=" ">
            <date-part name="day"/><date-part name="month" form="${words.month}"/><date-part name="year"/>
          </date>
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

/** The two styles by name. */
export const iranianJournals: Readonly<Record<string, string>> = {
  persian: styleIn(persianWords),
  'persian-latin': styleIn(latinWords),
};
