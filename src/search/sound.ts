/**
 * Persian words in Latin letters, and Latin names in Persian ones: both scripts brought to the consonants that they share, and
 * compared vowel by vowel.
 */

const persianSounds: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['بb', 'پp', 'تt', 'طt', 'جj', 'ژj', 'چC', 'دd', 'رr', 'شS', 'فf', 'کk', 'لl', 'مm', 'نn', 'خx', 'حh', 'هh'],
      ['سs', 'صs', 'ثs', 'زz', 'ذz', 'ضz', 'ظz', 'قg', 'غg', 'گg', 'اa', 'وo', 'یi', 'ع'],
    ] as const
  )
    .flat()
    .map((pair) => [pair[0], pair.slice(1)]),
);

const digraphs: readonly (readonly [letters: RegExp, sound: string])[] = [
  [/tch|ch/g, 'C'],
  [/sch|sh/g, 'S'],
  [/zh|dj/g, 'j'],
  [/kh/g, 'x'],
  [/gh|q/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/(?<=o)v$/g, 'f'],
  [/ee|ea|y/g, 'i'],
  [/oo|ou|u|w|v/g, 'o'],
];

/** A Persian word as its sounds, the short vowels missing; its pieces, so that a silent he is known. */
export const persianSound = (parts: readonly string[]): string =>
  parts
    .map((part) => [...part.replace(/(?<=..)ه$/, '')].map((letter) => persianSounds[letter] ?? letter).join(''))
    .join('')
    .replaceAll('ii', 'i');

/** A word in Latin letters as its sounds; a g that may be soft gives two. */
export function latinSounds(word: string): string[] {
  let sound = word.replace(/(?<=[aeiou])h$/, '');
  const soft = sound.replace(/g(?=[eiy])/g, 'j');
  const all = soft === sound ? [sound] : [sound, soft];
  for (const [index, one] of all.entries()) {
    sound = one;
    for (const [letters, to] of digraphs) sound = sound.replace(letters, to);
    all[index] = sound.replace(/(.)\1/g, '$1');
  }
  return all;
}

/** The consonants of a sound, by which words are looked up. */
export const consonantsOf = (sound: string): string =>
  sound
    .replace(/[aeioh]/g, '')
    .replaceAll('z', 's')
    .replace(/(.)\1/g, '$1');

/** How far the sounds of a Latin word are from those of a Persian one: a short vowel that Persian does not write costs little. */
export function soundDistance(latin: string, persian: string): number {
  let row = [0];
  for (const letter of persian) row.push((row.at(-1) as number) + written(letter));
  for (let i = 0; i < latin.length; i += 1) {
    const letter = latin[i] as string;
    const dropped = 'aeo'.includes(letter) ? (i === 0 ? 0.5 : 0.15) : 'ih'.includes(letter) ? 0.5 : 1;
    const next = [(row[0] as number) + dropped];
    for (let j = 0; j < persian.length; j += 1) {
      const other = persian[j] as string;
      next.push(
        Math.min(
          (row[j] as number) + substituted(letter, other),
          (row[j + 1] as number) + dropped,
          (next[j] as number) + written(other),
        ),
      );
    }
    row = next;
  }
  return row.at(-1) as number;
}

const written = (letter: string): number => ('aoi'.includes(letter) ? 0.6 : letter === 'h' ? 0.5 : 1);

function substituted(latin: string, persian: string): number {
  if (latin === persian) return 0;
  if (latin === 'e' && persian === 'i') return 0.15;
  if ('aeio'.includes(latin) && 'aoi'.includes(persian)) return 0.4;
  return latin + persian === 'sz' || latin + persian === 'zs' ? 0.2 : 1;
}
