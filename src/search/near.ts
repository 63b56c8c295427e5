/**
 * The softer search, for what no passage has word for word: passages that have the rarer of its words, or words that are spelled,
 * sound or mean nearly the same; and for a long text, passages that have its letters in the same order, damaged as it may be.
 */

import type { Word } from '../text/fold.ts';
import type { Collection, Entry, Pause } from './collection.ts';
import type { Field } from './field.ts';
import { asksWhat } from './let-go.ts';
import { lettersOf, longPassages } from './letters.ts';
import { mergeRanges, narrowest, type Range, together } from './match.ts';
import { type Unit, unitsOf } from './units.ts';

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

function corrected(text: string, units: readonly Unit[]): string | undefined {
  let meant = text;
  for (const { instead } of [...units].reverse())
    if (instead) meant = meant.slice(0, instead.start) + instead.written + meant.slice(instead.end);
  return meant === text ? undefined : meant.trim();
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
