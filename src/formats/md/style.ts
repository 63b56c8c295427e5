/**
 * The CSL style beside the Markdown (CSL 1.0.2): a citation is a number that leads to the list of works, since the text itself
 * already prints author, year and pages. It has no words, so that it fits a list in two languages.
 */
export const numberedStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info>
    <title>Numbers, without words</title>
    <id>https://estenad.example/styles/numbers</id>
    <updated>2026-11-21T00:00:00+00:00</updated>
  </info>
  <citation>
    <layout prefix="[" suffix="]" delimiter="; ">
      <group delimiter=": ">
        <text variable="citation-number"/>
        <text variable="locator"/>
      </group>
    </layout>
  </citation>
  <bibliography second-field-align="flush">
    <layout>
      <text variable="citation-number" suffix=". "/>
      <group delimiter=". " suffix=".">
        <names variable="author">
          <name name-as-sort-order="first" delimiter="; " delimiter-precedes-last="always"/>
          <substitute>
            <names variable="editor"/>
          </substitute>
        </names>
        <date variable="issued"><date-part name="year"/></date>
        <text variable="title"/>
        <group delimiter=", ">
          <text variable="container-title" font-style="italic"/>
          <group>
            <text variable="volume"/>
            <text variable="issue" prefix="(" suffix=")"/>
          </group>
          <text variable="page"/>
        </group>
        <group delimiter=": ">
          <text variable="publisher-place"/>
          <text variable="publisher"/>
        </group>
        <choose>
          <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
          <else><text variable="URL"/></else>
        </choose>
      </group>
    </layout>
  </bibliography>
</style>
`;
