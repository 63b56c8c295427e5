/**
 * Our CSL styles (CSL 1.0.2) for lists of works in Arabic script, in the order of Iranian journals of the humanities, with the words of
 * each language. How this edition is cited itself is `iranian-journals.ts`. A module rather than a file, because the pages are bundled.
 */
import { arabicScriptWords, otherArabicScriptWords } from './arabic-script.ts';
import { citationElement, yearMacro } from './elements.ts';
import { iranianJournals } from './iranian-journals.ts';
import { persianSaid, type Words } from './words.ts';

const persianWords: Words = {
  ...persianSaid,
  id: 'persian-list',
  last: 'delimiter-precedes-last="always"',
  edition: 'چاپ ',
  pages: 'صص. ',
};

const termsOf = ({ terms, locale }: Words): string =>
  terms
    ? `<locale xml:lang="${locale}"><terms><term name="no date" form="short">${terms.noDate}</term><term name="et-al">${terms.others}</term><term name="and">${terms.and}</term></terms></locale>`
    : '';

/** A style with its words. */
const styleWith = (words: Words): string => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="${words.locale}">
  <info>
    <title>Iranian journals, author and year (${words.id})</title>
    <id>https://estenad.example/styles/${words.id}</id>
    <updated>2026-11-21T00:00:00+00:00</updated>
    <summary>As Iranian journals of the humanities print references: family name first, year in brackets, «title», journal, دوره, شماره, صص.</summary>
  </info>${termsOf(words)}
  <macro name="names">
    <names variable="author">
      <name ${words.last} name-as-sort-order="first" sort-separator="${words.comma}" delimiter="${words.comma}" initialize="false"/>
      <substitute>
        <names variable="editor"/>
        <text variable="title"/>
      </substitute>
    </names>
  </macro>
  ${yearMacro}
  <macro name="title">
    <choose>
      <if type="book report legislation motion_picture software dataset standard patent" match="any"><text variable="title" font-style="italic"/></if>
      <else><text variable="title" prefix="${words.open}" suffix="${words.close}"/></else>
    </choose>
  </macro>
  <macro name="place">
    <group delimiter="${words.comma}">
      <choose>
        <if type="thesis"><text variable="genre"/></if>
        <else-if type="chapter paper-conference entry-encyclopedia" match="any"><text variable="container-title" prefix="${words.in}" font-style="italic"/></else-if>
        <else><text variable="container-title" font-style="italic"/></else>
      </choose>
      <text variable="event"/>
      <text variable="collection-title"/>
      <choose><if type="thesis" match="none"><text variable="genre"/></if></choose>
      <text variable="edition" prefix="${words.edition}"/>
      <text variable="version" prefix="${words.version}"/>
      <choose><if type="standard" match="none"><text variable="authority"/></if></choose>
      <text variable="chapter-number" prefix="${words.chapter}"/>
      <group delimiter=" "><text variable="volume" prefix="${words.volume}"/></group>
      <group delimiter=" "><text variable="issue" prefix="${words.number}"/></group>
      <group delimiter=" "><text variable="number" prefix="${words.number}"/></group>
      <text macro="pages"/>
      <group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>
    </group>
  </macro>
  <macro name="people">
    <group delimiter="${words.comma}">
      <names variable="translator" prefix="${words.translator}"><name and="text" delimiter="${words.comma}" initialize="false"/></names>
      <choose>
        <if variable="author"><names variable="editor" prefix="${words.editor}"><name and="text" delimiter="${words.comma}" initialize="false"/></names></if>
      </choose>
      <names variable="compiler" prefix="${words.compiler}"><name and="text" delimiter="${words.comma}" initialize="false"/></names>
      <names variable="director" prefix="${words.director}"><name and="text" delimiter="${words.comma}" initialize="false"/></names>
      <names variable="interviewer" prefix="${words.interviewer}"><name and="text" delimiter="${words.comma}" initialize="false"/></names>
    </group>
  </macro>
  <macro name="original">
    <group prefix="(" suffix=")" delimiter="${words.comma}">
      <text variable="original-title" font-style="italic"/>
      <date variable="original-date"><date-part name="year"/></date>
    </group>
  </macro>
  <macro name="pages">
    <choose>
      <if variable="page"><text variable="page" prefix="${words.pages}"/></if>
    </choose>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>
  ${citationElement(words)}
  <bibliography>
    <layout suffix=".">
      <group delimiter="${words.comma}">
        <group delimiter=" "><text macro="names"/><text macro="year"/></group>
        <text macro="title"/>
        <text macro="people"/>
        <text macro="place"/>
        <text macro="original"/>
        <text variable="note"/>
        <text macro="access"/>
      </group>
    </layout>
  </bibliography>
</style>
`;

/**
 * Our styles by name. `persian-list` is that of the lists of works as released versions were printed, whose plain text never changes:
 * commas alone between authors, who edited a book before its title, «صص.» of a single page too.
 */
export const ownStyles: Readonly<Record<string, string>> = {
  ...iranianJournals,
  [persianWords.id]: styleWith(persianWords),
  ...Object.fromEntries(
    [...Object.values(arabicScriptWords), otherArabicScriptWords].map((words) => [words.id, styleWith(words)]),
  ),
};
