/** What PDF/UA-1 asks of what pages draw (ISO 14289-1, 7.1, 7.2 and 7.20). */
import { hasEntry, nameIn } from '../objects.ts';
import { type Condition, each } from './condition.ts';
import { type Drawing, type Mark, marksAround } from './drawing.ts';
import type { File } from './file.ts';

interface Placed<T> {
  readonly one: T;
  readonly where: string;
}

const marksIn = ({ pages }: File): Placed<Mark>[] =>
  pages.flatMap(({ marks, where }) => marks.map((one) => ({ one, where })));

const drawingsIn = ({ pages }: File): Placed<Drawing>[] =>
  pages.flatMap(({ drawings, where }) => drawings.map((one) => ({ one, where })));

const isTagged = (mark: Mark | undefined): boolean => marksAround(mark).some(({ element }) => element !== undefined);
const isArtifact = (mark: Mark | undefined): boolean => marksAround(mark).some(({ tag }) => tag === 'Artifact');

/** Whether the language is known of what stands in a mark. */
const hasLanguage = (mark: Mark | undefined): boolean =>
  marksAround(mark).some(({ properties, element }) => properties.has('Lang') || element?.language !== undefined);

/** Each page once, however much of it fails. */
const pagesOf =
  <T>(things: (file: File) => readonly Placed<T>[], passes: (thing: T, file: File) => boolean) =>
  (file: File): string[] => [
    ...new Set(
      each(
        things,
        ({ one }, all) => passes(one, all),
        ({ where }) => where,
      )(file),
    ),
  ];

const spanInLanguage = (id: string, key: string): Condition => ({
  id,
  asks: `The language of ${key} of a marked content is known`,
  failures: pagesOf(
    marksIn,
    (mark, { language }) =>
      language !== undefined || mark.tag !== 'Span' || !mark.properties.has(key) || hasLanguage(mark),
  ),
});

export const contentConditions: readonly Condition[] = [
  {
    id: '7.1-1',
    asks: 'Nothing in tagged content is marked as an artifact',
    failures: pagesOf(marksIn, (mark) => mark.tag !== 'Artifact' || !isTagged(mark)),
  },
  {
    id: '7.1-2',
    asks: 'Nothing in an artifact is tagged',
    failures: pagesOf(marksIn, (mark) => mark.element === undefined || !isArtifact(mark.around)),
  },
  {
    id: '7.1-3',
    asks: 'What is drawn is tagged, or marked as an artifact',
    failures: pagesOf(drawingsIn, ({ mark }) => isTagged(mark) || isArtifact(mark)),
  },
  spanInLanguage('7.2-30', 'ActualText'),
  spanInLanguage('7.2-31', 'Alt'),
  spanInLanguage('7.2-32', 'E'),
  {
    id: '7.2-34',
    asks: 'The language of a text is known',
    failures: pagesOf(
      drawingsIn,
      ({ kind, mark }, { language }) => kind !== 'text' || language !== undefined || hasLanguage(mark),
    ),
  },
  {
    id: '7.20-1',
    asks: 'No form XObject stands for a page of another file',
    failures: each(
      ({ dicts }) => dicts.filter((dict) => nameIn(dict, 'Subtype') === 'Form'),
      (form) => !hasEntry(form, 'Ref'),
      () => 'a form XObject',
    ),
  },
  {
    id: '7.20-2',
    asks: 'A form XObject with tagged content is drawn once',
    failures: each(
      ({ forms }) => [...forms],
      ([form, times]) => times === 1 || !hasEntry(form, 'StructParents'),
      () => 'a form XObject',
    ),
  },
];
