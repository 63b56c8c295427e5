/** Elements of CSL that all styles of ours have alike (CSL 1.0.2). */
import type { Words } from './words.ts';

/** The macro `year`: the year in brackets, or that there is none. */
export const yearMacro = `<macro name="year">
    <choose>
      <if variable="issued"><date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date></if>
      <else><text term="no date" form="short" prefix="(" suffix=")"/></else>
    </choose>
  </macro>`;

/** What stands in a text: `(names, year: page)`. */
export const citationElement = ({ comma, semicolon }: Pick<Words, 'comma' | 'semicolon'>): string =>
  `<citation et-al-min="4" et-al-use-first="1">
    <layout prefix="(" suffix=")" delimiter="${semicolon}">
      <group delimiter="${comma}">
        <names variable="author"><name form="short" and="text" delimiter-precedes-last="never" delimiter="${comma}"/><substitute><names variable="editor"/><text variable="title"/></substitute></names>
        <choose>
          <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
          <else><text term="no date" form="short"/></else>
        </choose>
      </group>
      <text variable="locator" prefix=": "/>
    </layout>
  </citation>`;
