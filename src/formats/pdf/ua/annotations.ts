/** What PDF/UA-1 asks of annotations and of the fields of forms (ISO 14289-1, 7.2 and 7.18). */
import type { PDFDict } from '@cantoo/pdf-lib';
import { dictIn, hasEntry, nameIn } from '../objects.ts';
import { attributeOf } from '../tree.ts';
import { type Condition, each, eachOf } from './condition.ts';
import { type Annotation, type File, isSaid } from './file.ts';

const all = ({ pages }: File): Annotation[] => pages.flatMap(({ annotations }) => annotations);

/** The annotations that a reader of the page comes to, of some subtypes or of all. */
const shown =
  (...subtypes: readonly string[]) =>
  (file: File): Annotation[] =>
    all(file).filter(({ isShown, subtype }) => isShown && (subtypes.length === 0 || subtypes.includes(subtype)));

const name = ({ where }: Annotation): string => where;

/** The field that a widget is of: it stands in the widget itself or above it (ISO 32000-1, 12.7.3). */
function hasFieldText({ dict }: Annotation, key: string): boolean {
  const seen = new Set<PDFDict>();
  for (
    let field: PDFDict | undefined = dict;
    field !== undefined && !seen.has(field);
    field = dictIn(field, 'Parent')
  ) {
    if (isSaid(field, key)) return true;
    seen.add(field);
  }
  return false;
}

const hasAlternative = ({ element }: Annotation): boolean => isSaid(element?.dict, 'Alt');

export const annotationConditions: readonly Condition[] = [
  {
    id: '7.2-24',
    asks: 'The language of the description of an annotation is known',
    failures: each(
      (file) => (file.language === undefined ? all(file).filter(({ dict }) => isSaid(dict, 'Contents')) : []),
      ({ element }) => element?.language !== undefined,
      name,
    ),
  },
  {
    id: '7.2-25',
    asks: 'The language of the description of a field is known',
    failures: each(
      (file) =>
        file.language === undefined
          ? all(file).filter((one) => one.subtype === 'Widget' && hasFieldText(one, 'TU'))
          : [],
      ({ element }) => element?.language !== undefined,
      name,
    ),
  },
  {
    id: '7.18.1-1',
    asks: 'An annotation other than a link or a field is tagged as Annot',
    failures: each(
      (file) => shown()(file).filter(({ subtype }) => !['Widget', 'PrinterMark', 'Link'].includes(subtype)),
      ({ element }) => element?.standard === 'Annot',
      name,
    ),
  },
  {
    id: '7.18.1-2',
    asks: 'An annotation has a description',
    failures: each(
      (file) => shown()(file).filter(({ subtype }) => subtype !== 'Widget'),
      (one) => isSaid(one.dict, 'Contents') || hasAlternative(one),
      name,
    ),
  },
  {
    id: '7.18.1-3',
    asks: 'A field has a description',
    failures: each(shown('Widget'), (one) => hasFieldText(one, 'TU') || hasAlternative(one), name),
  },
  {
    id: '7.18.2-1',
    asks: 'There is no annotation for the trapping of colours',
    failures: each(shown('TrapNet'), () => false, name),
  },
  {
    id: '7.18.3-1',
    asks: 'On a page with annotations one goes from one to the next in the order of the structure',
    failures: each(
      ({ pages }) => pages.filter(({ annotations }) => annotations.length > 0),
      ({ dict }) => nameIn(dict, 'Tabs') === 'S',
      ({ where }) => where,
    ),
  },
  {
    id: '7.18.4-1',
    asks: 'A field is tagged as Form',
    failures: each(shown('Widget'), ({ element }) => element?.standard === 'Form', name),
  },
  {
    id: '7.18.4-2',
    asks: 'An element Form without a role has its field in it, and nothing else',
    failures: eachOf(
      'Form',
      (element) =>
        attributeOf(element, 'PrintField', 'Role') !== undefined ||
        (element.kids.length === 1 && element.kids[0]?.kind === 'object'),
    ),
  },
  {
    id: '7.18.5-1',
    asks: 'A link is tagged as Link',
    failures: each(shown('Link'), ({ element }) => element?.standard === 'Link', name),
  },
  {
    id: '7.18.5-2',
    asks: 'A link says where it leads',
    failures: each(shown('Link'), ({ dict }) => isSaid(dict, 'Contents'), name),
  },
  {
    id: '7.18.8-1',
    asks: 'A mark for the printer is not part of the structure',
    failures: each(shown('PrinterMark'), ({ dict }) => !hasEntry(dict, 'StructParent'), name),
  },
];
