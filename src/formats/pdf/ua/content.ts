/** What PDF/UA-1 asks of what pages draw (ISO 14289-1, 7.1, 7.2 and 7.20). */
import { hasEntry, nameIn } from '../objects.ts';
import { type Condition, each } from './condition.ts';
import type { File, Page } from './file.ts';

/** A condition of each of several things of a page: a page fails it once, however many of them do. */
const onPages = <T>(things: (page: Page) => readonly T[], passes: (thing: T, file: File) => boolean) =>
  each(
    ({ pages }: File) => pages,
    (page, file) => things(page).every((one) => passes(one, file)),
    ({ where }) => where,
  );

const marks = (page: Page) => page.marks;
const drawings = (page: Page) => page.drawings;

const spanInLanguage = (id: string, key: string): Condition => ({
  id,
  asks: `The language of ${key} of a marked content is known`,
  failures: onPages(
    marks,
    (mark, { language }) =>
      language !== undefined || mark.tag !== 'Span' || !mark.properties.has(key) || mark.hasLanguage,
  ),
});

export const contentConditions: readonly Condition[] = [
  {
    id: '7.1-1',
    asks: 'Nothing in tagged content is marked as an artifact',
    failures: onPages(marks, (mark) => mark.tag !== 'Artifact' || !mark.isTagged),
  },
  {
    id: '7.1-2',
    asks: 'Nothing in an artifact is tagged',
    failures: onPages(marks, (mark) => !mark.isTagged || !mark.isArtifact),
  },
  {
    id: '7.1-3',
    asks: 'What is drawn is tagged, or marked as an artifact',
    failures: onPages(drawings, ({ mark }) => mark?.isTagged === true || mark?.isArtifact === true),
  },
  spanInLanguage('7.2-30', 'ActualText'),
  spanInLanguage('7.2-31', 'Alt'),
  spanInLanguage('7.2-32', 'E'),
  {
    id: '7.2-34',
    asks: 'The language of a text is known',
    failures: onPages(
      drawings,
      ({ kind, mark }, { language }) => kind !== 'text' || language !== undefined || mark?.hasLanguage === true,
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
