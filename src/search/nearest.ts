/** Words of the texts, and names of the field, that are spelled or sound nearly like a word. */
import { stemOf, type Word } from '../text/fold.ts';
import type { Collection, Form, Pause } from './collection.ts';
import { soundsOf } from './collection.ts';
import { distanceOf, mostEdits, soundsAlike } from './distance.ts';
import type { Field, Name } from './field.ts';
import { consonantsOf, soundDistance } from './sound.ts';

/** How much a form counts that is spelled nearly, and one that sounds nearly like a word, beside the word itself. */
const spelling = 0.8;
const sounding = 0.75;

/** How many words are looked at between two pauses. */
const inOneGo = 64;

/** A form of the texts, and how well it stands for a word. */
export interface Candidate {
  readonly form: Form;
  readonly worth: number;
}

export const isLatin = (fold: string): boolean => /^[a-z]+$/.test(fold);

/** Forms that are spelled or sound nearly like a word that the texts do not have, best first. */
export async function nearest(collection: Collection, word: Word, pause: Pause): Promise<Candidate[]> {
  const spelled = await spelledLike(collection, word, pause);
  const sounds = await soundsLike(collection, word, pause);
  const all = [...spelled, ...sounds].sort((a, b) => b.worth - a.worth || b.form.passages - a.form.passages);
  const best = all[0]?.worth ?? 0;
  return all.filter(({ worth }) => worth >= best - 0.08).slice(0, 12);
}

async function spelledLike(collection: Collection, word: Word, pause: Pause): Promise<Candidate[]> {
  const most = mostEdits(word.fold.length);
  const candidates: Candidate[] = [];
  const latin = isLatin(word.fold);
  for (const form of collection.forms) {
    if (form.id % inOneGo === 0) await pause();
    if (isLatin(form.word.fold) !== latin || form.word.fold.length < 3) continue;
    let distance = distanceOf(word.fold, form.word.fold, most);
    if (form.word.parts.length > 1)
      for (const part of form.word.parts)
        if (part.length > 2) distance = Math.min(distance, distanceOf(word.fold, part, most) + 0.2);
    if (form.word.fold[0] !== word.fold[0] && !soundsAlike(form.word.fold, word.fold)) distance += 0.2;
    if (distance <= most) candidates.push({ form, worth: spelling - 0.15 * distance });
  }
  return candidates.sort((a, b) => b.worth - a.worth || b.form.passages - a.form.passages).slice(0, 12);
}

/** How far the sounds of one word may be apart in the two scripts; where there are few consonants, the vowels tell. */
export const farthestSound = (consonants: string): number =>
  consonants.length === 1 ? 0.2 : 0.35 + 0.2 * consonants.length;

/** Words of the other script that sound like a word. */
async function soundsLike(collection: Collection, word: Word, pause: Pause): Promise<Candidate[]> {
  const latin = isLatin(word.fold);
  const best = new Map<Form, number>();
  for (const sound of soundsOf({ fold: word.fold, parts: word.parts.length > 1 ? word.parts : [word.fold] })) {
    const consonants = consonantsOf(sound);
    if (consonants.length === 0) continue;
    for (const form of await collection.soundingLike(consonants, pause)) {
      if (isLatin(form.word.fold) === latin) continue;
      for (const other of soundsOf(form.word)) {
        const distance = latin ? soundDistance(sound, other) : soundDistance(other, sound);
        if (distance > farthestSound(consonants)) continue;
        best.set(form, Math.max(best.get(form) ?? 0, sounding - 0.15 * distance));
      }
    }
  }
  return [...best].map(([form, worth]) => ({ form, worth })).sort((a, b) => b.worth - a.worth);
}

/** A word that is no further from a name is that name misspelled, and no word of the other script: «آزربایجان», but `rusiye`. */
export const slip = 0.8;

/** The name of the field that is spelled most nearly like a word. */
export async function nearestName(
  field: Field,
  fold: string,
  pause: Pause,
): Promise<{ readonly names: readonly Name[]; readonly distance: number } | undefined> {
  const most = Math.min(mostEdits(fold.length), 1.4);
  let best: string | undefined;
  let least = most;
  let looked = 0;
  for (const key of field.keys()) {
    looked += 1;
    if (looked % inOneGo === 0) await pause();
    if (key.length < 4 || isLatin(key) !== isLatin(fold)) continue;
    const distance = Math.min(distanceOf(fold, key, least), distanceOf(stemOf(fold), key, least));
    // What is spelled like a name and was not taken for it is another word of its stem.
    if (distance > 0 && distance <= least) [best, least] = [key, distance];
  }
  return best === undefined ? undefined : { names: field.byKey(best), distance: least };
}
