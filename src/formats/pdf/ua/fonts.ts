/** What PDF/UA-1 asks of fonts and of the characters that they show (ISO 14289-1, 7.21). */
import { type Font, streamOf, systemOf } from '../font.ts';
import { bytesOf, hasEntry, nameIn, numberIn, streamIn } from '../objects.ts';
import { type Condition, each, once } from './condition.ts';
import { type File, isGiven, type Shown } from './file.ts';

/** The maps of character codes that every reader has (ISO 32000-1, table 118). */
const predefined: ReadonlySet<string> = new Set([
  ...['Identity', 'GB-EUC', 'GBpc-EUC', 'GBK-EUC', 'GBKp-EUC', 'GBK2K', 'UniGB-UCS2', 'UniGB-UTF16'].flatMap(both),
  ...['B5pc', 'HKscs-B5', 'ETen-B5', 'ETenms-B5', 'CNS-EUC', 'UniCNS-UCS2', 'UniCNS-UTF16'].flatMap(both),
  ...['83pv-RKSJ-H', 'H', 'V', 'KSC-EUC-H', 'KSC-EUC-V', 'KSCpc-EUC-H'],
  ...['90ms-RKSJ', '90msp-RKSJ', '90pv-RKSJ', 'Add-RKSJ', 'EUC', 'Ext-RKSJ', 'UniJIS-UCS2'].flatMap(both),
  ...['UniJIS-UCS2-HW', 'UniJIS-UTF16', 'KSCms-UHC', 'KSCms-UHC-HW', 'UniKS-UCS2', 'UniKS-UTF16'].flatMap(both),
]);

/** The maps of codes that are the numbers of characters: of whichever. */
const identity: ReadonlySet<string> = new Set(both('Identity'));

/** Of writing across and of writing down. */
function both(name: string): string[] {
  return [`${name}-H`, `${name}-V`];
}

const nameOf = ({ name }: Font): string => name;
const fontsOf = ({ fonts }: File): readonly Font[] => fonts;

/** The composite fonts with the map of their codes, where that is in the file. */
const withMap = ({ fonts }: File) =>
  fonts.flatMap((font) => {
    const map = streamOf(font.dict, 'Encoding');
    return map === undefined ? [] : [{ font, map }];
  });

/** Whether what a font says of its characters is what the map of its codes says (9.7.3). */
function agrees({ descendant }: Font, map: ReturnType<typeof systemOf>): boolean {
  const font = systemOf(descendant);
  return (
    font.registry !== undefined &&
    font.registry === map.registry &&
    font.ordering !== undefined &&
    font.ordering === map.ordering &&
    font.supplement !== undefined &&
    map.supplement !== undefined &&
    font.supplement <= map.supplement
  );
}

/** The map that another one begins with: its dictionary names it, or its program. */
const usedBy = (map: ReturnType<typeof withMap>[number]['map'], program: string): string | undefined =>
  nameIn(map.dict, 'UseCMap') ?? program.match(/\/(\S+)\s+usecmap/)?.[1];

/** Whether a set of characters has each that the font program has a glyph for, a bit each (ISO 32000-1, table 124). */
const hasAll = (set: Buffer, cids: readonly number[]): boolean =>
  cids.every((cid) => ((set[cid >> 3] ?? 0) & (0x80 >> (cid & 7))) !== 0);

/** Each font once, however many of its characters fail. */
const ofCharacters =
  (things: (file: File) => readonly Shown[], passes: (shown: Shown) => boolean) =>
  (file: File): string[] => {
    const failing = Map.groupBy(
      things(file).filter((shown) => !passes(shown)),
      ({ font }) => font,
    );
    return Array.from(
      failing,
      ([{ name }, shown]) =>
        `${name}, code ${shown
          .slice(0, 5)
          .map(({ code }) => code.toString(16))
          .join(', ')}`,
    );
  };

const all = ({ shown }: File): readonly Shown[] => shown;
const rendered = ({ shown }: File): Shown[] => shown.filter(({ isRendered }) => isRendered);

/** The font programs are the business of a reader where any text is drawn with them. */
const inUse = (file: File): Font[] => [...new Set(rendered(file).map(({ font }) => font))];

export const fontConditions: readonly Condition[] = [
  {
    id: '7.21.3.1-1',
    asks: 'A font and the map of its codes are of the same characters',
    failures: each(
      ({ fonts }) => fonts.filter(({ subtype }) => subtype === 'Type0'),
      (font) => {
        const map = streamOf(font.dict, 'Encoding');
        // Of which characters the maps of other names are is not known here, and so nothing is claimed of them.
        return map === undefined ? identity.has(nameIn(font.dict, 'Encoding') ?? '') : agrees(font, systemOf(map.dict));
      },
      nameOf,
    ),
  },
  {
    id: '7.21.3.2-1',
    asks: 'A TrueType font of a composite one says which glyphs its characters have',
    failures: each(
      ({ fonts }) => fonts.filter(({ descendant }) => nameIn(descendant, 'Subtype') === 'CIDFontType2'),
      ({ descendant, isEmbedded }) => !isEmbedded || isGiven(descendant, 'CIDToGIDMap'),
      nameOf,
    ),
  },
  {
    id: '7.21.3.3-1',
    asks: 'The map of codes of a composite font is in the file, or one that every reader has',
    failures: each(
      ({ fonts }) => fonts.filter(({ subtype }) => subtype === 'Type0'),
      ({ dict }) => streamOf(dict, 'Encoding') !== undefined || predefined.has(nameIn(dict, 'Encoding') ?? ''),
      nameOf,
    ),
  },
  {
    id: '7.21.3.3-2',
    asks: 'A map of codes says the same direction of writing inside as outside',
    failures: each(
      withMap,
      ({ map }) => {
        const inside = bytesOf(map)
          .toString('latin1')
          .match(/\/WMode\s+(\d+)\s+def/)?.[1];
        return Number(inside ?? 0) === (numberIn(map.dict, 'WMode') ?? 0);
      },
      ({ font }) => nameOf(font),
    ),
  },
  {
    id: '7.21.3.3-3',
    asks: 'A map of codes begins with no other that not every reader has',
    failures: each(
      withMap,
      ({ map }) => {
        const used = usedBy(map, bytesOf(map).toString('latin1'));
        return used === undefined ? !hasEntry(map.dict, 'UseCMap') : predefined.has(used);
      },
      ({ font }) => nameOf(font),
    ),
  },
  {
    id: '7.21.4.1-1',
    asks: 'The fonts are in the file',
    failures: (file) => [
      ...each(inUse, ({ subtype, isEmbedded }) => subtype === 'Type3' || isEmbedded, nameOf)(file),
      ...once(({ withoutFont }) => withoutFont === 0, 'a text in no font')(file),
    ],
  },
  {
    id: '7.21.4.1-2',
    asks: 'The fonts have a glyph for each character that they draw',
    // Of a font of another kind than ours nothing is known, and so nothing is claimed.
    failures: ofCharacters(rendered, ({ font, code }) => font.glyphOf(code)?.isThere === true),
  },
  {
    id: '7.21.4.2-2',
    asks: 'A font that lists its characters lists all of them',
    failures: each(
      fontsOf,
      ({ descriptor, cids }) => {
        const set = streamIn(descriptor, 'CIDSet');
        return set === undefined || (cids !== undefined && hasAll(set, cids));
      },
      nameOf,
    ),
  },
  {
    id: '7.21.5-1',
    asks: 'A font gives its glyphs the widths that they have',
    failures: ofCharacters(rendered, ({ font, code }) => {
      const glyph = font.glyphOf(code);
      // In thousandths of an em; the standard lets them differ by one.
      return glyph === undefined || Math.abs(glyph.width - font.widthOf(code)) <= 1;
    }),
  },
  {
    id: '7.21.7-1',
    asks: 'A font says which text each of its characters is',
    failures: ofCharacters(all, ({ font, code }) => font.textOf(code) !== undefined),
  },
  {
    id: '7.21.7-2',
    asks: 'The text of a character has no U+0000, U+FEFF or U+FFFE',
    failures: ofCharacters(all, ({ font, code }) => !/[\0\ufeff\ufffe]/.test(font.textOf(code) ?? '')),
  },
  {
    id: '7.21.8-1',
    asks: 'No text shows the glyph that stands for a missing one',
    failures: ofCharacters(all, ({ font, code }) => {
      const glyph = font.glyphOf(code);
      return glyph === undefined || (glyph.id !== 0 && glyph.isThere);
    }),
  },
];
