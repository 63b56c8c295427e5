/** What PDF/UA-1 asks of the elements of the structure (ISO 14289-1, 7.1, 7.2, 7.3, 7.4, 7.7, 7.9). */
import { hasEntry, textIn } from '../objects.ts';
import { type Element, elementsIn, standardTypes } from '../tree.ts';
import { type Condition, each, eachOf, nameElement, once } from './condition.ts';
import { type File, isSaid } from './file.ts';

/** The standard types of the elements in one; of what has none, its own. */
export const kidTypes = (element: Element): string[] =>
  elementsIn(element).map(({ standard, type }) => standard ?? type);

/** The standard type of the element around one. */
export const around = ({ parent }: Element): string => parent?.standard ?? parent?.type ?? '';

/** An element of the type has no other elements in it than those. */
export const holdsOnly = (id: string, type: string, ...allowed: readonly string[]): Condition => ({
  id,
  asks: `In ${type} there is nothing but ${allowed.join(', ')}`,
  failures: eachOf(type, (element) => kidTypes(element).every((kid) => allowed.includes(kid))),
});

/** An element of the type stands in one of those. */
export const standsIn = (id: string, type: string, ...allowed: readonly string[]): Condition => ({
  id,
  asks: `${type} stands in ${allowed.join(' or ')}`,
  failures: eachOf(type, (element) => allowed.includes(around(element))),
});

/** A caption is the first in an element of the type. */
export const captionFirst = (id: string, type: string): Condition => ({
  id,
  asks: `A caption comes first in ${type}`,
  failures: eachOf(type, (element) => !kidTypes(element).slice(1).includes('Caption')),
});

const saysInstead = (id: string, type: string): Condition => ({
  id,
  asks: `${type} has a text that stands for it`,
  failures: eachOf(type, ({ dict }) => isSaid(dict, 'Alt') || textIn(dict, 'ActualText') !== undefined),
});

const inLanguage = (id: string, key: string): Condition => ({
  id,
  asks: `The language of ${key} of an element is known`,
  failures: each(
    ({ elements, language }) => (language === undefined ? elements.filter(({ dict }) => hasEntry(dict, key)) : []),
    ({ language }) => language !== undefined,
    nameElement,
  ),
});

/** The types that the role map leads from a type to, until it comes to one for the second time. */
function rolesFrom(type: string, roles: ReadonlyMap<string, string>): { readonly isCircle: boolean } {
  const seen = new Set<string>();
  for (let name: string | undefined = type; name !== undefined; name = roles.get(name)) {
    if (seen.has(name)) return { isCircle: true };
    seen.add(name);
  }
  return { isCircle: false };
}

const levelOf = ({ standard }: Element): number | undefined => {
  const level = standard?.match(/^H([1-6])$/)?.[1];
  return level === undefined ? undefined : Number(level);
};

/** The headings whose level is more than one below that of the heading before. */
function skipping({ elements }: File): Element[] {
  let before = 0;
  return elements.filter((element) => {
    const level = levelOf(element);
    if (level === undefined) return false;
    const isSkipping = level > before + 1;
    before = level;
    return isSkipping;
  });
}

/** The notes whose ID another one before them has. */
function repeated(file: File): Element[] {
  const seen = new Set<string>();
  return file.of('Note').filter(({ dict }) => {
    const id = textIn(dict, 'ID');
    if (id === undefined || id === '') return false;
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated;
  });
}

const numbered = ({ elements }: File): Element[] => elements.filter((element) => levelOf(element) !== undefined);

export const structureConditions: readonly Condition[] = [
  {
    id: '7.1-5',
    asks: 'A type of element that is not of the standard leads to one that is',
    failures: each(
      ({ elements }) => elements,
      ({ standard }) => standard !== undefined,
      nameElement,
    ),
  },
  {
    id: '7.1-6',
    asks: 'The role map does not lead round in a circle',
    failures: each(
      ({ tree }) => [...(tree?.roles.keys() ?? [])],
      (type, { tree }) => !rolesFrom(type, tree?.roles ?? new Map()).isCircle,
      (type) => `${type} in the role map`,
    ),
  },
  {
    id: '7.1-7',
    asks: 'The role map makes no other type of one of the standard',
    failures: each(
      ({ tree }) => [...(tree?.roles.keys() ?? [])],
      (type) => !standardTypes.has(type),
      (type) => `${type} in the role map`,
    ),
  },
  {
    id: '7.1-12',
    asks: 'An element says in which it stands',
    failures: each(
      ({ elements }) => elements,
      ({ dict }) => hasEntry(dict, 'P'),
      nameElement,
    ),
  },
  inLanguage('7.2-21', 'ActualText'),
  inLanguage('7.2-22', 'Alt'),
  inLanguage('7.2-23', 'E'),
  standsIn('7.2-26', 'TOCI', 'TOC'),
  holdsOnly('7.2-27', 'TOC', 'TOC', 'TOCI', 'Caption'),
  captionFirst('7.2-28', 'TOC'),
  saysInstead('7.3-1', 'Figure'),
  {
    id: '7.4.2-1',
    asks: 'The first heading is of the first level, and none is more than one level below that before it',
    fix: 'begin with a section (##), and write ### only below one',
    failures: each(skipping, () => false, nameElement),
  },
  {
    id: '7.4.4-1',
    asks: 'An element has at most one heading without a level in it',
    failures: each(
      ({ elements }) => elements,
      (element) => kidTypes(element).filter((kid) => kid === 'H').length <= 1,
      nameElement,
    ),
  },
  {
    id: '7.4.4-2',
    asks: 'There is no heading without a level where others have one',
    failures: each(
      (file) => file.of('H'),
      (_, file) => numbered(file).length === 0,
      nameElement,
    ),
  },
  {
    id: '7.4.4-3',
    asks: 'There is no heading with a level where others have none',
    failures: once((file) => file.of('H').length === 0 || numbered(file).length === 0, 'the headings'),
  },
  saysInstead('7.7-1', 'Formula'),
  {
    id: '7.9-1',
    asks: 'A note has an ID',
    failures: eachOf('Note', ({ dict }) => isSaid(dict, 'ID')),
  },
  {
    id: '7.9-2',
    asks: 'No two notes have the same ID',
    failures: each(repeated, () => false, nameElement),
  },
];
