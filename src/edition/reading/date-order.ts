/** Whether the dates of an article can follow each other as they must: what is received is not accepted before. */
import type { Fault } from '../../faults.ts';
import type { ArticleDate, ArticleEvent } from '../model.ts';
import type { LineOf } from './yaml.ts';

/** What stands behind what: an event of a rank is not before one of a lower rank. Talks and defences have no place in this. */
const ranks: Readonly<Partial<Record<ArticleEvent, number>>> = {
  submitted: 0,
  received: 1,
  revised: 2,
  accepted: 3,
  online: 4,
  print: 4,
};

/** The first and the last day that a Gregorian date, or an interval of two, can be. */
function boundsOf(date: string): readonly [first: string, last: string] {
  const [first = date, last = first] = date.split('/');
  return [first, `${last}${'-99'.repeat((10 - last.length) / 3)}`];
}

/** Dates that are surely out of order; a doubtful one may be read wrongly, and says nothing. */
export function faultsOfDateOrder(dates: readonly ArticleDate[], file: string, lineOf: LineOf): Fault[] {
  const sure = dates.flatMap((date, index) => {
    const rank = ranks[date.event];
    return rank === undefined || date.certainty === 'uncertain' ? [] : [{ date, index, rank }];
  });
  return sure.flatMap(({ date, index, rank }) => {
    const [, last] = boundsOf(date.gregorian);
    const later = sure.find((other) => other.rank < rank && boundsOf(other.date.gregorian)[0] > last);
    return later
      ? [
          {
            file,
            line: lineOf(['dates', index]),
            what: `dates, entry ${index + 1}: ${date.event} (${date.gregorian}) is before ${later.date.event} (${later.date.gregorian})`,
            fix: 'compare both with the source; a date that the source itself has wrong is certainty: uncertain, with a note that says so',
          },
        ]
      : [];
  });
}
