/**
 * Lists of PubMed (NBIB), as records with the tags of RIS, as those of EndNote are (`endnote.ts`). (biblatex-csl-converter reads
 * NBIB, but makes a note of the number of PubMed Central and takes the original title for that of another work.)
 */
import type { ImportedFile } from './imported.ts';
import { type Line, recordOf, worksOf } from './ris.ts';

/** PubMed's tags (NLM, «MEDLINE/PubMed Data Element (Field) Descriptions») that mean one thing in every record. */
const tags: Readonly<Record<string, string>> = {
  ...{ FAU: 'AU', AU: 'AU', CN: 'AU', FED: 'ED', ED: 'ED', JT: 'JO', TA: 'JO', VI: 'VL', IP: 'IS', PG: 'SP' },
  ...{ DP: 'PY', LA: 'LA', IS: 'SN', ISBN: 'SN', PMID: 'PMID', PMC: 'C2', PB: 'PB', CTI: 'T3', EN: 'ET', AB: 'AB' },
};

/** Tags that say how PubMed keeps a record, or again what others say of the work. */
const ofTheProgram = /^(?:OWN|STAT|DCOM|DA|LR|SB|EDAT|MHDA|CRDT|PHST|PST|SO|JID|OTO|PMCR|CTDT|AUID|IRAD|PUBM|PT|SPIN)$/;

const linesOf = (record: string): { name: string; value: string }[] => {
  const lines: { name: string; value: string }[] = [];
  for (const written of record.split('\n')) {
    const [, name, value = ''] = /^([A-Z]{2,4}) *- ?(.*)$/.exec(written) ?? [];
    const last = lines.at(-1);
    if (name !== undefined) lines.push({ name, value: value.trim() });
    else if (last && written.trim() !== '') last.value += ` ${written.trim()}`;
  }
  return lines;
};

/** A title without the full stop that PubMed sets after each. */
const withoutStop = (title: string): string => title.replace(/(?<![.\s]|\b\p{L})\.$/u, '');

/** One record. */
function lineOf({ name, value }: { name: string; value: string }, has: (name: string) => boolean): Line {
  const [, doi] = /^(10\.\S+) \[doi\]$/.exec(value) ?? [];
  switch (name) {
    case 'LID':
    case 'AID':
      return doi === undefined ? { tag: 'OTHER', value, name } : { tag: 'DO', value: doi, name };
    case 'IS':
    case 'ISBN':
      return { tag: 'SN', value: value.replace(/ \(.*/, ''), name };
    case 'AU':
    case 'ED':
      // A short name is «Doe JA».
      return { tag: tags[name] as string, value: value.replace(/^(\S.*) (\p{Lu}+)$/u, '$1, $2'), name };
    case 'CN':
      // The comma keeps the name of a body whole.
      return { tag: 'AU', value: `${value},`, name };
    case 'DP':
      return { tag: 'PY', value: value.replace(/^(\d{4}) (.+)$/, '$2 $1'), name };
    case 'TI':
      return { tag: has('TT') ? 'ENGLISH' : 'TI', value: withoutStop(value.replace(/^\[(.*?)\.?\]\.?$/, '$1')), name };
    case 'TT':
      return { tag: 'TI', value: withoutStop(value), name };
    case 'BTI':
      return { tag: has('TI') ? 'T2' : 'TI', value: withoutStop(value), name };
    case 'PL':
      // Of a journal it is the country of the publisher.
      return { tag: has('BTI') ? 'CY' : 'OTHER', value, name };
    default:
      return { tag: tags[name] ?? 'OTHER', value, name };
  }
}

/** Reads PubMed's form, as `.nbib` files have it: `PMID- 12345678`, `FAU - Doe, Jane`. */
export function readPubmed(text: string): ImportedFile {
  const records = text
    .split(/\n(?=PMID ?- )/)
    .map(linesOf)
    .filter((lines) => lines.length > 0);
  return worksOf(
    records.map((lines) => {
      const has = (name: string) => lines.some((line) => line.name === name);
      // Where a name stands in full, its short form says nothing more.
      const isSaid = (name: string) =>
        (name === 'AU' && has('FAU')) || (name === 'ED' && has('FED')) || (name === 'TA' && has('JT'));
      const dois = new Set<string>();
      const said = lines.filter(({ name, value }) => {
        if (isSaid(name) || ofTheProgram.test(name)) return false;
        if (name !== 'LID' && name !== 'AID') return true;
        const isNew = !dois.has(value);
        dois.add(value);
        return isNew && !/ \[(?:pii|bookaccession)\]$/.test(value);
      });
      const type = !has('BTI') ? 'JOUR' : has('TI') ? 'CHAP' : 'BOOK';
      return recordOf(
        type,
        said.map((line) => lineOf(line, has)),
      );
    }),
  );
}
