/**
 * Our CSL style for Persian references (CSL 1.0.2). A module rather than a file, because the pages are bundled.
 */
const persian = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="fa-IR">
  <info>
    <title>Iranian journals, author and year</title>
    <id>https://estenad.example/styles/persian</id>
    <updated>2026-11-21T00:00:00+00:00</updated>
    <summary>As Iranian journals of the humanities print references: family name first, year in brackets, «title», journal, دوره, شماره, صص.</summary>
  </info>
  <macro name="names">
    <names variable="author">
      <name name-as-sort-order="first" sort-separator="، " delimiter="، " delimiter-precedes-last="always" initialize="false"/>
      <substitute>
        <names variable="editor"/>
        <text variable="title"/>
      </substitute>
    </names>
  </macro>
  <macro name="year">
    <choose>
      <if variable="issued">
        <date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>
      </if>
    </choose>
  </macro>
  <macro name="title">
    <choose>
      <if type="book report legislation motion_picture software dataset standard patent" match="any"><text variable="title" font-style="italic"/></if>
      <else><text variable="title" prefix="«" suffix="»"/></else>
    </choose>
  </macro>
  <macro name="place">
    <group delimiter="، ">
      <choose>
        <if type="thesis"><text variable="genre"/></if>
        <else-if type="chapter paper-conference entry-encyclopedia" match="any"><text variable="container-title" prefix="در: " font-style="italic"/></else-if>
        <else><text variable="container-title" font-style="italic"/></else>
      </choose>
      <text variable="event-title"/>
      <text variable="collection-title"/>
      <choose><if type="thesis" match="none"><text variable="genre"/></if></choose>
      <text variable="edition" prefix="چاپ "/>
      <text variable="version" prefix="نسخۀ "/>
      <choose><if type="standard" match="none"><text variable="authority"/></if></choose>
      <text variable="chapter-number" prefix="فصل "/>
      <group delimiter=" "><text variable="volume" prefix="دورۀ "/></group>
      <group delimiter=" "><text variable="issue" prefix="شمارۀ "/></group>
      <group delimiter=" "><text variable="number" prefix="شمارۀ "/></group>
      <text macro="pages"/>
      <group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>
    </group>
  </macro>
  <macro name="people">
    <group delimiter="، ">
      <names variable="translator" prefix="ترجمۀ "><name and="text" delimiter="، " initialize="false"/></names>
      <choose>
        <if variable="author"><names variable="editor" prefix="به کوشش "><name and="text" delimiter="، " initialize="false"/></names></if>
      </choose>
      <names variable="compiler" prefix="گردآوری "><name and="text" delimiter="، " initialize="false"/></names>
      <names variable="director" prefix="کارگردان: "><name and="text" delimiter="، " initialize="false"/></names>
      <names variable="interviewer" prefix="مصاحبه‌کننده: "><name and="text" delimiter="، " initialize="false"/></names>
    </group>
  </macro>
  <macro name="original">
    <group prefix="(" suffix=")" delimiter="، ">
      <text variable="original-title" font-style="italic"/>
      <date variable="original-date"><date-part name="year"/></date>
    </group>
  </macro>
  <macro name="pages">
    <choose>
      <if variable="page"><text variable="page" prefix="صص. "/></if>
    </choose>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>
  <citation et-al-min="4" et-al-use-first="1">
    <layout prefix="(" suffix=")" delimiter="؛ ">
      <group delimiter="، ">
        <names variable="author"><name form="short" and="text" delimiter="، "/><substitute><names variable="editor"/><text variable="title"/></substitute></names>
        <date variable="issued"><date-part name="year"/></date>
      </group>
      <text variable="locator" prefix=": "/>
    </layout>
  </citation>
  <bibliography>
    <layout suffix=".">
      <group delimiter="، ">
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

const inLatin: readonly (readonly [string, string])[] = [
  ['، ', ', '],
  ['؛ ', '; '],
  ['«', '“'],
  ['»', '”'],
  ['دورۀ ', 'Vol. '],
  ['شمارۀ ', 'No. '],
  ['صص. ', 'pp. '],
  ['ترجمۀ ', 'translated by '],
  ['به کوشش ', 'edited by '],
  ['گردآوری ', 'compiled by '],
  ['کارگردان: ', 'directed by '],
  ['مصاحبه‌کننده: ', 'interview by '],
  ['چاپ ', 'ed. '],
  ['نسخۀ ', 'version '],
  ['فصل ', 'chap. '],
  ['در: ', 'In: '],
  ['fa-IR', 'en-US'],
  ['styles/persian', 'styles/persian-latin'],
];

/** Our styles by name: the Persian one, and the same for references in Latin script. */
export const ownStyles: Readonly<Record<string, string>> = {
  persian,
  'persian-latin': inLatin.reduce((style, [from, to]) => style.replaceAll(from, to), persian),
};
