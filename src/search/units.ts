/** What a query asks for, word by word, with what may stand for each: other forms, spellings, sounds and names. */
import { stemOf, type Word, wordsOf } from '../text/fold.ts';
import type { Collection, Pause } from './collection.ts';
import { soundsOf } from './collection.ts';
import { type Field, mostWords, type Name } from './field.ts';
import { letGo } from './let-go.ts';
import { likeness } from './match.ts';
import { farthestSound, isLatin, nearest, nearestName, slip } from './nearest.ts';
import { consonantsOf, soundDistance } from './sound.ts';
import { compoundVerbOf, verbOf } from './verbs.ts';

/** A word of the query, or a few that name one thing, with what may stand for it. */
export interface Unit {
  /** How much it tells beside the others, apart from how rare it is. */
  readonly weight: number;
  /** Forms of the texts, by their ids, and how well each answers. */
  readonly forms: ReadonlyMap<number, number>;
  /** Other names, of a word or more. */
  readonly names: readonly { readonly words: readonly Word[]; readonly weight: number }[];
  /** What may have been meant, and the stretch of the query for which it stands. */
  readonly instead: { readonly written: string; readonly start: number; readonly end: number } | undefined;
}

/** How much what stands for a word counts beside the word itself. */
const worth = {
  name: 0.8,
  transliteration: 0.95,
  misspelled: 0.9,
  verb: 0.75,
  year: 0.6,
  spelling: 0.8,
  sound: 0.75,
} as const;

/** A word that nothing stands for tells less than one that is known: it may be of any other field. */
const unknown = 0.75;

/** A range of numbers is its two ends, wherever they stand: «۲۰۱۴ و ۲۰۲۲» for `2014-2022`. */
const numbersOf = (word: Word): readonly Word[] =>
  word.parts.length > 1 && word.parts.every((part) => /^\d+$/.test(part))
    ? word.parts.map((part) => ({ ...word, fold: part, parts: [part], stem: part }))
    : [word];

/** Of a text with more words than this, the letters tell more than other spellings of its words, and cost less. */
const mostSpelled = 12;

/** The words of a query that tell something; all, where none does. */
function tellingOf(all: readonly Word[]): Word[] {
  const telling = all.filter((word) => !letGo().has(word.fold) && !letGo().has(word.stem));
  return (telling.length > 0 ? telling : all).flatMap(numbersOf);
}

export const tellingWords = (text: string): readonly Word[] => tellingOf(wordsOf(text));

/** The other names of what a text names, each as its words. */
export function namesIn(field: Field, text: string): readonly (readonly Word[])[] {
  const words = tellingWords(text);
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(mostWords, words.length - from) }, (_, more) =>
      field.namesOf(words.slice(from, from + more + 1)).filter(({ worth }) => worth < 1),
    ).flatMap((names) => names.map(({ words }) => words)),
  );
}

/** The words of a query as units, with what may stand for each. */
export async function unitsOf(collection: Collection, field: Field, text: string, pause: Pause): Promise<Unit[]> {
  const all = wordsOf(text);
  const words = tellingOf(all);
  const isLong = words.length > mostSpelled;
  const units: Unit[] = [];
  for (let at = 0; at < words.length; ) {
    await pause();
    let taken = 0;
    for (let count = Math.min(mostWords, words.length - at); count > 0 && taken === 0; count -= 1) {
      const span = words.slice(at, at + count);
      if (!areNext(all, span)) continue;
      const known = field.namesOf(span);
      if (known.length === 0) continue;
      const names = namesFrom(known, 1, span);
      const forms = count === 1 ? strictForms(collection, span[0] as Word, false) : new Map<number, number>();
      units.push({
        weight: Math.sqrt(count),
        forms,
        names,
        instead: undefined,
      });
      taken = count;
    }
    if (taken === 0) {
      const { unit, count } = await spelledUnit(collection, field, { all, words, at, isLong }, pause);
      units.push(unit);
      taken = count;
    }
    at += taken;
  }
  return units;
}

/** Whether words follow one another in what was typed, with none let go between them. */
const areNext = (all: readonly Word[], span: readonly Word[]): boolean =>
  span.every((word, index) => index === 0 || all.indexOf(word) === all.indexOf(span[index - 1] as Word) + 1);

/** More words than the texts write as one: «تجدید نظر طلب». */
const mostJoined = 3;

/** A word, or a few that the texts write as one, with the forms of the texts that it may stand for. */
async function spelledUnit(
  collection: Collection,
  field: Field,
  query: {
    readonly all: readonly Word[];
    readonly words: readonly Word[];
    readonly at: number;
    readonly isLong: boolean;
  },
  pause: Pause,
): Promise<{ readonly unit: Unit; readonly count: number }> {
  const { all, words, at, isLong } = query;
  const word = words[at] as Word;
  const before = all[all.indexOf(word) - 1];
  const verb = before && compoundVerbOf(before.fold, word.fold);
  const ofVerb = verb === undefined ? [] : collection.ofVerb(verb);
  if (ofVerb.length > 0) {
    const forms = new Map(ofVerb.map(({ id }) => [id, worth.verb]));
    return { unit: { weight: 1, forms, names: [], instead: undefined }, count: 1 };
  }
  const unit = await unitOf(collection, field, word, { isLast: at === words.length - 1, isLong }, pause);
  if (isLong) return { unit, count: 1 };
  const isUnknown = unit.forms.size === 0 || unit.instead !== undefined;
  // «بین الملا»: the word before it was let go, but is a piece of this one.
  if (isUnknown && before !== undefined && before !== words[at - 1]) {
    const joined = await joinedUnit(collection, field, [before, word], pause);
    if (joined) return { unit: joined, count: 1 };
  }
  const place = all.indexOf(word);
  for (let count = Math.min(mostJoined, all.length - place); place >= 0 && count > 1; count -= 1) {
    // A piece may be a word that was let go: «تجدید نظر طلب».
    const span = all.slice(place, place + count);
    const last = words.indexOf(span.at(-1) as Word);
    if (last < 0) continue;
    if (!isUnknown && span.slice(1).every((next) => strictForms(collection, next, false).size > 0)) continue;
    const joined = await joinedUnit(collection, field, span, pause);
    if (joined) return { unit: joined, count: last - at + 1 };
  }
  return { unit, count: 1 };
}

/**
 * Names of the field, as they count: what was typed itself, a name that sounds like it in the other script, then the others.
 *
 * @param typed the words that are called by these names
 */
const namesFrom = (names: readonly Name[], share: number, typed: readonly Word[] = []): Unit['names'] =>
  names.map(({ words, worth: near }) => ({
    words,
    weight: near < 1 && areOneName(words, typed) ? worth.transliteration : share * (near === 1 ? 1 : worth.name * near),
  }));

/** Whether two words are one name in the two scripts. */
function areOneName([one, ...others]: readonly Word[], [typed, ...further]: readonly Word[]): boolean {
  if (!one || !typed || others.length + further.length > 0 || isLatin(one.fold) === isLatin(typed.fold)) return false;
  const [latin, persian] = isLatin(one.fold) ? [one, typed] : [typed, one];
  return soundsOf(latin).some((a) =>
    soundsOf(persian).some((b) => soundDistance(a, b) <= farthestSound(consonantsOf(a))),
  );
}

function strictForms(collection: Collection, word: Word, mayContinue: boolean): Map<number, number> {
  const forms = new Map<number, number>();
  for (const form of mayContinue ? collection.forms : collection.withStemOf(word)) {
    const like = likeness(form.word, word, mayContinue);
    if (like > 0) forms.set(form.id, like);
  }
  return forms;
}

async function unitOf(
  collection: Collection,
  field: Field,
  written: Word,
  { isLast, isLong }: { readonly isLast: boolean; readonly isLong: boolean },
  pause: Pause,
): Promise<Unit> {
  const strict = strictForms(collection, written, isLast);
  // The number of a note, glued to the word before it.
  const bare =
    /\D\d{1,3}$/.test(written.fold) && strict.size === 0 ? wordsOf(written.fold.replace(/\d+$/, ''))[0] : undefined;
  const word = bare ? { ...bare, start: written.start, end: written.end } : written;
  const forms = bare ? strictForms(collection, bare, false) : strict;
  const verb = verbOf(word.fold);
  if (verb) {
    for (const form of collection.ofVerb(verb.verb)) if (!forms.has(form.id)) forms.set(form.id, worth.verb);
  }
  for (const year of otherYears(word.fold)) {
    for (const id of strictForms(collection, { ...word, fold: year, parts: [year], stem: year }, false).keys())
      if (!forms.has(id)) forms.set(id, worth.year);
  }
  const weight = verb?.isLight ? 0.3 : 1;
  const names: Unit['names'] = [];
  if (forms.size > 0 || isLong || /\d/.test(word.fold)) return { weight, forms, names, instead: undefined };
  const near = await nearest(collection, word, pause);
  const [best] = near;
  // A name of the field may be misspelled, too.
  const name = await nearestName(field, word.fold, pause);
  return {
    weight: best || name ? weight : weight * unknown,
    forms: new Map(near.map(({ form, worth }) => [form.id, worth])),
    names: name ? namesFrom(name.names, worth.misspelled, name.distance > slip ? [word] : []) : names,
    instead: best && { written: best.form.written, start: word.start, end: word.end },
  };
}

/** Words that the texts write as one, perhaps spelled otherwise: «قره باع». */
async function joinedUnit(
  collection: Collection,
  field: Field,
  span: readonly Word[],
  pause: Pause,
): Promise<Unit | undefined> {
  const fold = span.map((word) => word.fold).join('');
  const [start, end] = [span[0]?.start ?? 0, span.at(-1)?.end ?? 0];
  if (fold.length < 5) return undefined;
  const word: Word = { start, end, fold, parts: [fold], stem: stemOf(fold) };
  const strict = strictForms(collection, word, false);
  if (strict.size > 0) return { weight: 1.4, forms: strict, names: [], instead: undefined };
  const near = await nearest(collection, word, pause);
  const [best] = near;
  const name = best ? undefined : await nearestName(field, fold, pause);
  if (name)
    return { weight: 1.4, forms: new Map(), names: namesFrom(name.names, worth.misspelled), instead: undefined };
  return (
    best && {
      weight: 1.4,
      forms: new Map(near.map(({ form, worth }) => [form.id, worth])),
      names: [],
      instead: { written: best.form.written, start, end },
    }
  );
}

/** A year in the other calendar: the Solar Hijri year begins in March. */
function otherYears(fold: string): string[] {
  if (!/^\d{4}$/.test(fold)) return [];
  const year = Number(fold);
  if (year >= 1250 && year <= 1450) return [String(year + 621), String(year + 622)];
  return year >= 1870 && year <= 2070 ? [String(year - 621), String(year - 622)] : [];
}
