/** The `back` of JATS: notes, doubtful readings and remarks, works cited. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Note, Reading, Remark, VersionOf } from '../../edition/model.ts';
import { wordsOf } from '../../locales/index.ts';
import { sayNumber } from '../../text/digits.ts';
import { textsOf, wordsLanguages } from '../../text/languages.ts';
import { isLatin } from '../../text/runs.ts';
import { langAttribute } from '../full-text.ts';
import { jatsEnds, jatsNote } from './body.ts';
import { dataSection } from './funding.ts';
import { jatsReferences } from './references.ts';

/** `back`, in the order of the page. */
export function jatsBack(subject: VersionOf): Element {
  const { article, version } = subject;
  const { language } = article;
  return x('back', [
    ...jatsEnds(subject),
    dataSection(article),
    version.notes.length > 0
      ? x(
          'fn-group',
          {},
          x('title', wordsOf(language).notes),
          version.notes.map((note) => footnote(note, language)),
        )
      : undefined,
    version.readings.length + version.remarks.length > 0
      ? x(
          'notes',
          { 'notes-type': 'apparatus' },
          x('title', wordsOf(language).readings),
          version.readings.map((reading) => readingEntry(reading, language)),
          version.remarks.map(remarkEntry),
        )
      : undefined,
    jatsReferences(subject),
  ]);
}

/** `fn`; of a note whose text is lost, that it is, in the language of the text and in English. */
function footnote(note: Note, language: string): Element {
  return x(
    'fn',
    { id: note.id, 'specific-use': note.lost ? 'lost' : undefined, ...langAttribute(note.language, language) },
    x('label', sayNumber(note.number, language)),
    note.lost
      ? wordsLanguages(language).map((one) =>
          x('p', { 'content-type': 'editorial', 'xml:lang': one }, wordsOf(one).lostNote),
        )
      : jatsNote(note.blocks, note.language),
  );
}

/** A doubtful reading: what the edition reads, what the source has, what else is possible, and why, in each language in which that is said. */
function readingEntry(reading: Reading, language: string): Element {
  const named = (type: string, text: string, tag = isLatin(text) ? 'en' : undefined) =>
    x('named-content', { 'content-type': type, 'xml:lang': tag }, text);
  const words = wordsOf(language);
  return x(
    'p',
    { id: reading.id, 'content-type': 'reading', 'specific-use': `certainty-${reading.certainty}` },
    x('xref', { 'ref-type': 'other', rid: `in-${reading.id}` }, named('reading', reading.text)),
    ` (${words.certainty[reading.certainty]}). ${words.sourceForm}: `,
    named('source', reading.source),
    `${words.semicolon} ${words.candidates}: `,
    reading.candidates.flatMap((candidate, index) => [
      ...(index > 0 ? [`${words.comma} `] : []),
      named('candidate', candidate),
    ]),
    '.',
    textsOf(reading.reason).flatMap((said) => [' ', named('reason', said.value, said.language)]),
  );
}

function remarkEntry(remark: Remark): Element {
  return x(
    'p',
    { id: remark.id, 'content-type': 'remark' },
    textsOf(remark.text).flatMap((said, index) => [
      ...(index > 0 ? [' '] : []),
      x('named-content', { 'content-type': 'remark', 'xml:lang': said.language }, said.value),
    ]),
  );
}
