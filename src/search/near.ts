/**
 * The softer search, for what no passage has word for word: passages that have the rarer of its words, or words that are spelled,
 * sound or mean nearly the same; and for a long text, passages that have its letters in the same order, damaged as it may be.
 */
import { stemOf, type Word, wordsOf } from '../text/fold.ts';
import type { Collection, Entry, Form, Pause } from './collection.ts';
import { soundsOf } from './collection.ts';
import { distanceOf, mostEdits, soundsAlike } from './distance.ts';
import { type Field, mostWords, type Name } from './field.ts';
import { asksWhat, letGo } from './let-go.ts';
import { lettersOf, longPassages } from './letters.ts';
import { likeness, mergeRanges, narrowest, type Range, together } from './match.ts';
import { consonantsOf, soundDistance } from './sound.ts';
import { compoundVerbOf, verbOf } from './verbs.ts';

/** A passage that is near to what was asked for. */
export interface Near {
  readonly entry: Entry;
  /** From 0 to somewhat above 1. */
  readonly score: number;
  readonly ranges: readonly Range[];
  readonly alsoRanges: readonly Range[];
}

export interface NearFindings {
  /** Best first. */
  readonly results: readonly Near[];
  /** The query with words of the texts in the place of those that they do not have; nothing where there is none to correct. */
  readonly meant: string | undefined;
}

/** A word of the query, or a few that name one thing, with what may stand for it. */
interface Unit {
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

/** A passage must have this share of what a query tells, weighed by how rare each word is. */
const floor = 0.42;

/** Of what is near, what comes to this share of the best is shown, and no more than so many. */
const shareOfBest = 0.6;
const most = 20;

/**
 * @param text what was typed, without exclusions
 * @param allows whether a passage may be among the results
 */
export async function findNear(
  collection: Collection,
  field: Field,
  text: string,
  allows: (entry: Entry) => boolean,
  pause: Pause,
): Promise<NearFindings> {
  const units = await unitsOf(collection, field, text, pause);
  const found = await cover(collection, units, asksWhat(text), allows, pause);
  const letters = lettersOf(text);
  if (letters !== undefined) {
    for (const { entry, share } of await longPassages(collection, letters, pause)) {
      if (!allows(entry)) continue;
      const covered = found.get(entry);
      found.set(entry, {
        entry,
        score: Math.max(share * 1.6, covered?.score ?? 0) + Math.min(share * 1.6, covered?.score ?? 0) / 2,
        ranges: covered?.ranges ?? [],
        alsoRanges: covered?.alsoRanges ?? [],
      });
    }
  }
  const sorted = [...found.values()].filter(({ score }) => score >= floor).sort((a, b) => b.score - a.score);
  const best = sorted[0]?.score ?? 0;
  return {
    results: sorted.filter(({ score }) => score >= best * shareOfBest).slice(0, most),
    meant: letters === undefined ? corrected(text, units) : undefined,
  };
}

/** A range of numbers is its two ends, wherever they stand: «۲۰۱۴ و ۲۰۲۲» for `2014-2022`. */
const numbersOf = (word: Word): readonly Word[] =>
  word.parts.length > 1 && word.parts.every((part) => /^\d+$/.test(part))
    ? word.parts.map((part) => ({ ...word, fold: part, parts: [part], stem: part }))
    : [word];

function corrected(text: string, units: readonly Unit[]): string | undefined {
  let meant = text;
  for (const { instead } of [...units].reverse())
    if (instead) meant = meant.slice(0, instead.start) + instead.written + meant.slice(instead.end);
  return meant === text ? undefined : meant.trim();
}

/** Of a text with more words than this, the letters tell more than other spellings of its words, and cost less. */
const mostSpelled = 12;

/** The words of a query that tell something; all, where none does. */
function tellingOf(all: readonly Word[]): Word[] {
  const telling = all.filter((word) => !letGo.has(word.fold) && !letGo.has(word.stem));
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

/** The words of the texts that are spelled or sound most nearly like a word. */
export const nearestOf = (collection: Collection, word: Word): readonly Word[] =>
  nearest(collection, word).map(({ form }) => form.word);

/** The words of a query as units, with what may stand for each. */
async function unitsOf(collection: Collection, field: Field, text: string, pause: Pause): Promise<Unit[]> {
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
      const { unit, count } = spelledUnit(collection, field, { all, words, at, isLong });
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
function spelledUnit(
  collection: Collection,
  field: Field,
  query: {
    readonly all: readonly Word[];
    readonly words: readonly Word[];
    readonly at: number;
    readonly isLong: boolean;
  },
): { readonly unit: Unit; readonly count: number } {
  const { all, words, at, isLong } = query;
  const word = words[at] as Word;
  const before = all[all.indexOf(word) - 1];
  const verb = before && compoundVerbOf(before.fold, word.fold);
  const ofVerb = verb === undefined ? [] : collection.ofVerb(verb);
  if (ofVerb.length > 0) {
    const forms = new Map(ofVerb.map(({ id }) => [id, worth.verb]));
    return { unit: { weight: 1, forms, names: [], instead: undefined }, count: 1 };
  }
  const unit = unitOf(collection, field, word, { isLast: at === words.length - 1, isLong });
  if (isLong) return { unit, count: 1 };
  const isUnknown = unit.forms.size === 0 || unit.instead !== undefined;
  // «بین الملا»: the word before it was let go, but is a piece of this one.
  if (isUnknown && before !== undefined && before !== words[at - 1]) {
    const joined = joinedUnit(collection, field, [before, word]);
    if (joined) return { unit: joined, count: 1 };
  }
  const place = all.indexOf(word);
  for (let count = Math.min(mostJoined, all.length - place); place >= 0 && count > 1; count -= 1) {
    // A piece may be a word that was let go: «تجدید نظر طلب».
    const span = all.slice(place, place + count);
    const last = words.indexOf(span.at(-1) as Word);
    if (last < 0) continue;
    if (!isUnknown && span.slice(1).every((next) => strictForms(collection, next, false).size > 0)) continue;
    const joined = joinedUnit(collection, field, span);
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

function unitOf(
  collection: Collection,
  field: Field,
  written: Word,
  { isLast, isLong }: { readonly isLast: boolean; readonly isLong: boolean },
): Unit {
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
  const near = nearest(collection, word);
  const [best] = near;
  // A name of the field may be misspelled, too.
  const name = nearestName(field, word.fold);
  return {
    weight: best || name ? weight : weight * unknown,
    forms: new Map(near.map(({ form, worth }) => [form.id, worth])),
    names: name ? namesFrom(name.names, worth.misspelled, name.distance > slip ? [word] : []) : names,
    instead: best && { written: best.form.written, start: word.start, end: word.end },
  };
}

/** Words that the texts write as one, perhaps spelled otherwise: «قره باع». */
function joinedUnit(collection: Collection, field: Field, span: readonly Word[]): Unit | undefined {
  const fold = span.map((word) => word.fold).join('');
  const [start, end] = [span[0]?.start ?? 0, span.at(-1)?.end ?? 0];
  if (fold.length < 5) return undefined;
  const word: Word = { start, end, fold, parts: [fold], stem: stemOf(fold) };
  const strict = strictForms(collection, word, false);
  if (strict.size > 0) return { weight: 1.4, forms: strict, names: [], instead: undefined };
  const near = nearest(collection, word);
  const [best] = near;
  const name = best ? undefined : nearestName(field, fold);
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

interface Candidate {
  readonly form: Form;
  readonly worth: number;
}

const isLatin = (fold: string): boolean => /^[a-z]+$/.test(fold);

/** Forms that are spelled or sound nearly like a word that the texts do not have, best first. */
function nearest(collection: Collection, word: Word): Candidate[] {
  const spelled = spelledLike(collection, word);
  const sounding = soundsLike(collection, word);
  const all = [...spelled, ...sounding].sort((a, b) => b.worth - a.worth || b.form.passages - a.form.passages);
  const best = all[0]?.worth ?? 0;
  return all.filter(({ worth }) => worth >= best - 0.08).slice(0, 12);
}

function spelledLike(collection: Collection, word: Word): Candidate[] {
  const most = mostEdits(word.fold.length);
  const candidates: Candidate[] = [];
  for (const form of collection.forms) {
    if (isLatin(form.word.fold) !== isLatin(word.fold) || form.word.fold.length < 3) continue;
    let distance = distanceOf(word.fold, form.word.fold, most);
    if (form.word.parts.length > 1)
      for (const part of form.word.parts)
        if (part.length > 2) distance = Math.min(distance, distanceOf(word.fold, part, most) + 0.2);
    if (form.word.fold[0] !== word.fold[0] && !soundsAlike(form.word.fold, word.fold)) distance += 0.2;
    if (distance <= most) candidates.push({ form, worth: worth.spelling - 0.15 * distance });
  }
  return candidates.sort((a, b) => b.worth - a.worth || b.form.passages - a.form.passages).slice(0, 12);
}

/** How far the sounds of one word may be apart in the two scripts; where there are few consonants, the vowels tell. */
const farthestSound = (consonants: string): number => (consonants.length === 1 ? 0.2 : 0.35 + 0.2 * consonants.length);

/** Words of the other script that sound like a word. */
function soundsLike(collection: Collection, word: Word): Candidate[] {
  const latin = isLatin(word.fold);
  const best = new Map<Form, number>();
  for (const sound of soundsOf({ fold: word.fold, parts: word.parts.length > 1 ? word.parts : [word.fold] })) {
    const consonants = consonantsOf(sound);
    if (consonants.length === 0) continue;
    for (const form of collection.soundingLike(consonants)) {
      if (isLatin(form.word.fold) === latin) continue;
      for (const other of soundsOf(form.word)) {
        const distance = latin ? soundDistance(sound, other) : soundDistance(other, sound);
        if (distance > farthestSound(consonants)) continue;
        best.set(form, Math.max(best.get(form) ?? 0, worth.sound - 0.15 * distance));
      }
    }
  }
  return [...best].map(([form, worth]) => ({ form, worth })).sort((a, b) => b.worth - a.worth);
}

/** A word that is no further from a name is that name misspelled, and no word of the other script: «آزربایجان», but `rusiye`. */
const slip = 0.8;

/** The name of the field that is spelled most nearly like a word. */
function nearestName(
  field: Field,
  fold: string,
): { readonly names: readonly Name[]; readonly distance: number } | undefined {
  const most = Math.min(mostEdits(fold.length), 1.4);
  let best: string | undefined;
  let least = most;
  for (const key of field.keys()) {
    if (key.length < 4 || isLatin(key) !== isLatin(fold)) continue;
    const distance = Math.min(distanceOf(fold, key, least), distanceOf(stemOf(fold), key, least));
    // What is spelled like a name and was not taken for it is another word of its stem.
    if (distance > 0 && distance <= least) [best, least] = [key, distance];
  }
  return best === undefined ? undefined : { names: field.byKey(best), distance: least };
}

/** A year in the other calendar: the Solar Hijri year begins in March. */
function otherYears(fold: string): string[] {
  if (!/^\d{4}$/.test(fold)) return [];
  const year = Number(fold);
  if (year >= 1250 && year <= 1450) return [String(year + 621), String(year + 622)];
  return year >= 1870 && year <= 2070 ? [String(year - 621), String(year - 622)] : [];
}

/** What a passage has of a unit. */
interface Held {
  readonly worth: number;
  readonly places: readonly number[];
  readonly ranges: readonly Range[];
  readonly alsoRanges: readonly Range[];
}

function heldOf(unit: Unit, { shown, hidden, prepared }: Entry): Held | undefined {
  let worth = 0;
  const places: number[] = [];
  const ranges: Range[] = [];
  const alsoRanges: Range[] = [];
  shown.forEach((id, index) => {
    const like = unit.forms.get(id);
    if (like === undefined) return;
    worth = Math.max(worth, like);
    places.push(index);
    ranges.push(prepared.shown.words[index] as Word);
  });
  for (const name of unit.names) {
    if (name.weight < worth && places.length > 0) continue;
    const found = together(prepared.shown, name.words);
    if (!found || found.nearness < 2) continue;
    worth = Math.max(worth, name.weight);
    ranges.push(...found.ranges);
    for (const range of found.ranges) places.push(prepared.shown.words.findIndex((word) => word.end > range.start));
  }
  if (worth === 0 && prepared.hidden) {
    hidden.forEach((id, index) => {
      const like = unit.forms.get(id);
      if (like === undefined) return;
      worth = Math.max(worth, like * 0.8);
      alsoRanges.push(prepared.hidden?.words[index] as Word);
    });
    for (const name of unit.names) {
      const found = together(prepared.hidden, name.words);
      if (!found) continue;
      worth = Math.max(worth, name.weight * 0.8);
      alsoRanges.push(...found.ranges);
    }
  }
  return worth === 0 ? undefined : { worth, places, ranges, alsoRanges };
}

/** What a passage gets that begins with what is asked about, where a reader asks what it is, and a heading of nothing else. */
const begins = 0.12;
const isHeading = 0.15;

/**
 * The passages that have some of the units, with the share of what the query tells that each has.
 *
 * @param isWhat whether it is asked what something is
 */
async function cover(
  collection: Collection,
  units: readonly Unit[],
  isWhat: boolean,
  allows: (entry: Entry) => boolean,
  pause: Pause,
): Promise<Map<Entry, Near>> {
  const held = new Map<Entry, (Held | undefined)[]>();
  const passages = units.map(() => 0);
  for (const entry of collection.entries) {
    const own = units.map((unit) => heldOf(unit, entry));
    own.forEach((one, index) => {
      if (one) passages[index] = (passages[index] as number) + 1;
    });
    if (own.some(Boolean) && allows(entry)) held.set(entry, own);
    await pause();
  }
  const size = collection.entries.length;
  const rarity = units.map(({ weight }, index) => weight * Math.log(1 + size / ((passages[index] as number) + 0.5)));
  const all = rarity.reduce((sum, one) => sum + one, 0);
  const found = new Map<Entry, Near>();
  for (const [entry, own] of held) {
    let score = 0;
    const places: { index: number; sought: number }[] = [];
    own.forEach((one, index) => {
      if (!one) return;
      score += (rarity[index] as number) * one.worth;
      // The same word again tells a little more.
      score += (rarity[index] as number) * 0.02 * Math.min(one.ranges.length, 4);
      for (const place of one.places) places.push({ index: place, sought: index });
    });
    const count = new Set(places.map(({ sought }) => sought)).size;
    const closeness = count > 1 ? (0.15 * count) / narrowest(places, count) : 0;
    const has = own.every((one) => one !== undefined && one.places.length > 0);
    if (has && isWhat && places.some(({ index, sought }) => sought === 0 && index < 2)) score += begins * all;
    if (has && entry.passage.kind === 'heading' && isOnly(places, entry.shown.length)) score += isHeading * all;
    found.set(entry, {
      entry,
      score: score / all + closeness,
      ranges: mergeRanges(own.flatMap((one) => one?.ranges.map(({ start, end }) => ({ start, end })) ?? [])),
      alsoRanges: mergeRanges(own.flatMap((one) => one?.alsoRanges.map(({ start, end }) => ({ start, end })) ?? [])),
    });
  }
  return found;
}

/** Whether a text of so many words has no other words than those. */
const isOnly = (places: readonly { readonly index: number }[], count: number): boolean =>
  new Set(places.map(({ index }) => index)).size === count;
