/**
 * The day on which somebody consulted a page, where a style asks for it (ISO 690, Harvard, Vancouver, IEEE). Nobody but the reader
 * knows it: the build finds out where the style puts it and how, and the reader's browser fills it in.
 */

/** Where the day stands in a reference, and its form: `[cited {year} {Mon} {day}]`. */
export interface Consulted {
  /** The place in the reference's HTML. */
  readonly at: number;
  readonly form: string;
}

/** A day that no reference has, whose year, month and day cannot be mistaken for one another. */
export const noDay = { 'date-parts': [[1111, 2, 7]] } as const;

/** A whole day, which Persian styles have in the Solar Hijri calendar; the month before its shorter forms, so that these do not take a part of it. */
const pieces: readonly (readonly [written: string, name: string])[] = [
  ['7 2 1111', '{solar}'],
  ['1111', '{year}'],
  ['February', '{Month}'],
  ['Feb.', '{Mon.}'],
  ['Feb', '{Mon}'],
  ['07', '{0day}'],
  ['7', '{day}'],
];

/**
 * What a style adds for the day: what one reference has and the other has not.
 *
 * @param html the reference without a day
 * @param dated the same with {@link noDay}
 * @returns nothing if the style has no place for it
 */
export function consultedIn(html: string, dated: string): Consulted | undefined {
  let at = 0;
  while (at < html.length && html[at] === dated[at]) at += 1;
  const rest = html.slice(at);
  if (dated.length === html.length || !dated.endsWith(rest)) return undefined;
  const added = dated.slice(at, dated.length - rest.length);
  return added.includes('1111')
    ? { at, form: pieces.reduce((form, [written, name]) => form.replace(written, name), added) }
    : undefined;
}

/** The form with a day in it. Months of four letters and less have no full stop, September one letter more (IEEE Reference Guide, section I.C). */
export function sayConsulted(form: string, date: Date): string {
  const [, short = '', day = '', year = ''] = date.toDateString().split(' ');
  const month = date.toLocaleString('en', { month: 'long' });
  const values: Readonly<Record<string, string>> = {
    ...{ year, Month: month, Mon: short, '0day': day, day: `${Number(day)}` },
    solar: date.toLocaleDateString('fa-IR-u-ca-persian', { day: 'numeric', month: 'long', year: 'numeric' }),
    'Mon.': month.length < 5 ? month : `${month.slice(0, month[0] === 'S' ? 4 : 3)}.`,
  };
  return form.replace(/\{(.+?)\}/g, (_, name: string) => values[name] ?? '');
}
