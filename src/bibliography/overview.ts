import { type CitedWork, type Identification, identifications, yearOf } from './work.ts';

export type Dimension = 'year' | 'language' | 'type' | 'certainty';

/** How many works fall into a class, by the certainty of their identification. */
export interface Class {
  /** `1990`, `fa`, `article`, `verified`; empty where it is not known. A year stands for its ten years. */
  readonly value: string;
  readonly counts: Readonly<Record<Identification, number>>;
  readonly total: number;
}

/** The classes of a dimension that hold works: years upwards, the rest by size; what is not known last. */
export function overviewOf(works: readonly CitedWork[], dimension: Dimension): Class[] {
  const classOf = (work: CitedWork): string => {
    if (dimension === 'year') return yearOf(work)?.replace(/\d$/, '0') ?? '';
    if (dimension === 'language') return work.language === 'und' ? '' : work.language;
    return dimension === 'type' ? work.type : work.identification;
  };
  const groups = Map.groupBy(works, classOf);
  const classes = [...groups].map(([value, members]): Class => {
    const count = (one: Identification) => members.filter((work) => work.identification === one).length;
    return {
      value,
      counts: Object.fromEntries(identifications.map((one) => [one, count(one)])) as Record<Identification, number>,
      total: members.length,
    };
  });
  return classes.sort((a, b) => {
    if (a.value === '' || b.value === '') return a.value === '' ? 1 : -1;
    if (dimension === 'year') return a.value < b.value ? -1 : 1;
    if (dimension === 'certainty')
      return identifications.indexOf(a.value as Identification) - identifications.indexOf(b.value as Identification);
    return b.total - a.total;
  });
}
