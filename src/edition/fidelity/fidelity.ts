/**
 * What a machine can check of a restoration: that every line of the source is accounted for, that each part of the text
 * names its lines, that its letters and digits are those of the lines under the known confusions, and that its words
 * follow the order of the lines.
 *
 * Scrambling moves letters but keeps them, so letters are compared as a bag over the lines of a part, with none left over on
 * either side but those that the confusions allow; what the editors supplied or changed is a doubtful reading and is counted as
 * such. A bag does not see words that change places within a line, nor letters of the kinds that the source drops.
 */

import { fullName } from '../../bibliography/work.ts';
import type { Fault } from '../../faults.ts';
import { formIn } from '../../text/languages.ts';
import { type Said, workplacesOf } from '../affiliations.ts';
import type { Edition, LineUse, Reading, SourceText, Version, VersionOf } from '../model.ts';
import { fatesOfLines, type SourcedPart, sourcedParts } from './alignment.ts';
import { candidatesOf } from './candidates.ts';
import { checkCitations } from './cited.ts';
import { type Confusions, confusions, tableFor } from './confusions.ts';

/** Share of the words of a part that must stand in the order of its source lines (words move within a scrambled line). */
const orderTolerance = 0.8;

/** Every fault of fidelity in all versions of an edition. */
export function checkFidelity(edition: Edition): Fault[] {
  return edition.articles.flatMap((article) =>
    article.versions.flatMap((version) => [...checkVersion({ article, version }), ...checkCitations(version)]),
  );
}

/** What an article without a source cannot say: that something stands in one. */
function checkUnsourced(version: Version): Fault[] {
  const fault = (line: number, what: string, fix: string): Fault => ({
    file: version.file,
    line,
    what: `${what}, and the article has no source`,
    fix: `${fix}, or say in article.yaml how the source is damaged: source: { profile: intact }`,
  });
  const isStated = version.accounted.length + version.decodings.length + version.readings.length > 0;
  return [
    ...sourcedParts(version)
      .filter(({ source }) => source.length > 0)
      .map(({ id, line }) => fault(line, `${id} names source lines`, 'remove its [](source:…)')),
    ...version.notes
      .filter(({ lost }) => lost)
      .map(({ line, number }) => fault(line, `the text of note ${number} is lost`, 'write it')),
    ...(isStated ? [fault(1, 'the apparatus speaks of lines, numbers or readings of a source', 'remove them')] : []),
  ];
}

function checkVersion(subject: VersionOf): Fault[] {
  const { article, version } = subject;
  const { source: text } = article;
  if (!text) return checkUnsourced(version);
  const sourceFile = `${version.file.slice(0, version.file.lastIndexOf('/'))}/source.txt`;
  const faults: Fault[] = [];
  const fates = fatesOfLines(subject);
  fates.forEach((fate, index) => {
    // Lines that follow one another are one fault: of a text that is not written yet all are.
    if (fate !== undefined || (index > 0 && fates[index - 1] === undefined)) return;
    const next = fates.findIndex((one, other) => other > index && one !== undefined);
    const count = (next < 0 ? fates.length : next) - index;
    const which = count === 1 ? 'this line' : `the ${count} lines from here`;
    faults.push({
      file: sourceFile,
      line: index + 1,
      what: `version ${version.number} does not account for ${which}: "${text.lines[index]?.trim().slice(0, 40)}"`,
      fix: `name ${count === 1 ? 'it' : 'each'} in a [](source:…) of ${version.number}.mdx, or under lines: in its apparatus`,
    });
  });
  const parts = sourcedParts(version);
  for (const part of parts.filter((one) => one.source.length === 0 && !one.lost)) {
    faults.push({
      file: version.file,
      line: part.line,
      what: `${part.id} does not name its source lines`,
      fix: 'close it with a mark such as [](source:120-131)',
    });
  }
  for (const part of parts) {
    const last = Math.max(...part.source.map((range) => range.last), 0);
    const backwards = part.source.find((range) => range.first > range.last || range.first < 1);
    if (last > text.lines.length || backwards) {
      faults.push({
        file: version.file,
        line: part.line,
        what: `${part.id} names source lines that do not exist: the source has ${text.lines.length}`,
        fix: 'correct the line numbers',
      });
    }
  }
  if (faults.length > 0) return faults;
  faults.push(...checkFrontMatter(subject, text));
  // What is released stays as it was read.
  if (version.status === 'draft') faults.push(...checkCandidates(version, confusions[text.profile]));
  return faults.concat(
    clustersOf(parts.filter((part) => part.source.length > 0)).flatMap((cluster) => compare(version, text, cluster)),
  );
}

/** The damaged numbers whose stated readings are others than those that the table of the source gives. */
function checkCandidates({ file, readings }: Version, table: Confusions): Fault[] {
  return readings.flatMap((reading) => {
    const possible = candidatesOf(reading, table);
    if (possible === undefined) return [];
    const missing = possible.filter((one) => !reading.candidates.includes(one));
    const surplus = reading.candidates.filter((one) => !possible.includes(one));
    if (missing.length + surplus.length === 0) return [];
    const { id, line, source, within } = reading;
    const bound = within ? ` between ${within.least} and ${within.most}` : '';
    return [
      {
        file,
        line,
        what: [
          `${source} can be ${possible.join(' ') || 'no number'}${bound}`,
          ...(missing.length > 0 ? [`${id} leaves out ${missing.join(' ')}`] : []),
          ...(surplus.length > 0 ? [`${id} has ${surplus.join(' ')} beside`] : []),
        ].join('; '),
        fix: `write candidates: [${possible.map((one) => `"${one}"`).join(', ')}], or state what it lies within, such as within: 1300-1404`,
      },
    ];
  });
}

/** The facts of `article.yaml` that were read from the source: their letters must be among those of the lines that hold them. */
function checkFrontMatter({ article, version }: VersionOf, received: SourceText): Fault[] {
  const file = `${version.file.slice(0, version.file.lastIndexOf('/'))}/article.yaml`;
  const read = (stated: Said | undefined): string | undefined => (stated?.from === 'source' ? stated.value : undefined);
  const names = article.creators.map(({ name }) => fullName(formIn(name, article.language)));
  const facts: readonly (readonly [LineUse, string, readonly (string | undefined)[]])[] = [
    ['title', 'the title', [article.titles[article.language]?.value]],
    ['byline', 'the names of the creators', names],
    [
      'affiliation',
      'the affiliations',
      article.creators.flatMap((creator) => [
        ...workplacesOf(creator).map(({ said }) => read(said[article.language])),
        creator.email,
      ]),
    ],
    ['keywords', 'the keywords', [...(article.keywords.fa ?? []), ...(article.keywords.en ?? [])]],
  ];
  const table = confusions[received.profile];
  return facts.flatMap(([use, name, texts]) => {
    const ranges = version.accounted.filter((entry) => entry.as === use).flatMap((entry) => entry.lines);
    const source = ranges.flatMap(({ first, last }) => received.lines.slice(first - 1, last)).join('\n');
    if (ranges.length === 0) return [];
    const text = texts.filter((one) => one !== undefined).join('\n');
    const unexplained = unexplainedLetters(source, text, table);
    // Labels stand in these lines too; only a title and names are theirs entirely.
    const wrong =
      use === 'title' || use === 'byline'
        ? unexplained.replace(/^the source has و more$/, '')
        : (/^the text has [^;]*/.exec(unexplained)?.[0] ?? '');
    if (wrong === '') return [];
    return [
      {
        file,
        line: 1,
        what: `the letters of ${name} are not those of source lines ${ranges.map(({ first, last }) => `${first}–${last}`).join(', ')}: ${wrong}`,
        fix: 'read the source lines again, or say where else the fact was seen',
      },
    ];
  });
}

/** Parts that share a source line are compared together: a machine cannot tell where one ends in the line. */
function clustersOf(parts: readonly SourcedPart[]): SourcedPart[][] {
  interface Cluster {
    readonly parts: SourcedPart[];
    readonly lines: number[];
  }
  const clusterOf = new Map<number, Cluster>();
  const clusters = new Set<Cluster>();
  for (const part of parts) {
    const lines = linesOf(part);
    const touching = [...new Set(lines.map((line) => clusterOf.get(line)).filter((one) => one !== undefined))];
    for (const cluster of touching) clusters.delete(cluster);
    const cluster = {
      // In the order of the text.
      parts: [...touching.flatMap((one) => one.parts), part],
      lines: [...touching.flatMap((one) => one.lines), ...lines],
    };
    clusters.add(cluster);
    for (const line of cluster.lines) clusterOf.set(line, cluster);
  }
  return [...clusters].map((cluster) => cluster.parts);
}

const linesOf = (part: SourcedPart): number[] =>
  part.source.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

function compare(version: Version, received: SourceText, cluster: readonly SourcedPart[]): Fault[] {
  const table = tableFor(received.profile, version.status);
  const lineNumbers = [...new Set(cluster.flatMap(linesOf))].sort((a, b) => a - b);
  const lines = lineNumbers.map((line) => received.lines[line - 1] as string);
  const source = lines.join('\n');
  const text = cluster.map((part) => part.text).join('\n');
  const ids = new Set(cluster.map((part) => part.id));
  const readings = version.readings.filter((reading) => ids.has(reading.block));
  const markers = cluster.reduce((sum, part) => sum + part.markers, 0);
  const [first] = cluster as [SourcedPart];
  const name = cluster.map((part) => part.id).join(', ');
  const fault = (what: string): Fault => ({
    file: version.file,
    line: first.line,
    what: `${name} (source ${lineNumbers.length === 1 ? `line ${lineNumbers[0]}` : `lines ${lineNumbers[0]}–${lineNumbers.at(-1)}`}): ${what}`,
    fix: 'read the source lines again; what they cannot say is a doubtful reading of the apparatus, or a number under decoded:',
  });
  if (lettersOf(text).length === 0 && lettersOf(source).length > 0) {
    return [{ ...fault('there is no text yet'), fix: 'write the text of these lines of source.txt here' }];
  }
  const faults: Fault[] = [];
  const letters = unexplainedLetters(source, text, table, readings);
  if (letters !== '') faults.push(fault(`the letters differ from the source: ${letters}`));
  for (const number of unexplainedNumbers(source, text, table, version, readings, markers)) faults.push(fault(number));
  // The labels of a figure came out in no order.
  const order = cluster.some((part) => part.isTable) ? 1 : wordOrder(lines, text);
  if (order < orderTolerance) {
    faults.push(fault(`only ${Math.round(order * 100)} % of its words follow the order of the source lines`));
  }
  return faults;
}

const variants: Readonly<Record<string, string>> = { ي: 'ی', ك: 'ک', ة: 'ۀ', إ: 'ا', '\u0640': '' };

/** The letters of a text, in one code point each. */
const lettersOf = (text: string): string[] =>
  [...text.normalize('NFC')]
    .map((character) => variants[character] ?? character)
    .filter((character) => /^\p{L}$/u.test(character));

function bag(letters: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

const take = (counts: Map<string, number>, letter: string, number: number) =>
  counts.set(letter, (counts.get(letter) ?? 0) - number);

/**
 * The letters that the confusions do not explain, as «too many in the text / missing from it»; empty if there are none.
 */
export function unexplainedLetters(
  source: string,
  text: string,
  table: Confusions,
  readings: readonly Pick<Reading, 'source' | 'text'>[] = [],
): string {
  const has = bag(lettersOf(source));
  const wants = bag(lettersOf(text));
  for (const reading of readings) {
    for (const letter of lettersOf(reading.source)) take(has, letter, 1);
    for (const letter of lettersOf(reading.text)) take(wants, letter, 1);
  }
  const same = new Map<string, number>();
  for (const letter of new Set([...has.keys(), ...wants.keys()])) {
    // A letter that the source inserts is counted last: it may be no letter of the page at all.
    if (table.inserted.has(letter)) continue;
    const common = Math.min(has.get(letter) ?? 0, wants.get(letter) ?? 0);
    same.set(letter, common);
    take(has, letter, common);
    take(wants, letter, common);
  }
  for (const [from, targets] of table.letters) {
    for (const target of targets.filter((one) => one.length > 1)) {
      while ((has.get(from) ?? 0) > 0 && [...target].every((letter) => (wants.get(letter) ?? 0) > 0)) {
        take(has, from, 1);
        for (const letter of target) take(wants, letter, 1);
      }
    }
  }
  for (const from of table.letters.keys()) {
    while ((has.get(from) ?? 0) > 0 && passOn(from, wants, same, table)) take(has, from, 1);
  }
  for (const letter of table.inserted) {
    const common = Math.min(has.get(letter) ?? 0, wants.get(letter) ?? 0);
    take(has, letter, common);
    take(wants, letter, common);
  }
  const extra = [...wants].filter(([letter, count]) => count > 0 && !table.vanished.has(letter));
  const missing = [...has].filter(([letter, count]) => count > 0 && !table.inserted.has(letter));
  const say = (counts: readonly (readonly [string, number])[]) =>
    counts.map(([letter, count]) => (count > 1 ? `${letter}×${count}` : letter)).join(' ');
  return [
    ...(extra.length > 0 ? [`the text has ${say(extra)} too many`] : []),
    ...(missing.length > 0 ? [`the source has ${say(missing)} more`] : []),
  ].join('; ');
}

/**
 * Lets a left-over letter of the source stand for a wanted letter of the text, if need be through others: it takes the
 * place of a letter that stood for itself, which then stands for the next (a shortest augmenting path).
 *
 * @returns whether there was a way
 */
function passOn(from: string, wants: Map<string, number>, same: Map<string, number>, table: Confusions): boolean {
  const cameFrom = new Map<string, string>();
  const queue = [from];
  for (let letter = queue.shift(); letter !== undefined; letter = queue.shift()) {
    for (const target of table.letters.get(letter) ?? []) {
      if (target.length > 1 || cameFrom.has(target)) continue;
      cameFrom.set(target, letter);
      if ((wants.get(target) ?? 0) > 0) {
        take(wants, target, 1);
        for (let step = cameFrom.get(target); step !== undefined && step !== from; step = cameFrom.get(step))
          take(same, step, 1);
        return true;
      }
      if ((same.get(target) ?? 0) > 0) queue.push(target);
    }
  }
  return false;
}

const numbersOf = (text: string): string[] => text.match(/[0-9۰-۹٠-٩]+/g) ?? [];
const isPersianNumber = (number: string) => /[۰-۹]/.test(number);

/** What is wrong with the numbers of a part; each must have a number of the source that it can be. */
function unexplainedNumbers(
  source: string,
  text: string,
  table: Confusions,
  version: Pick<Version, 'decodings'>,
  readings: readonly Reading[],
  markers: number,
): string[] {
  const wanted = numbersOf(text);
  const given = numbersOf(source);
  const stated = [...version.decodings, ...readings.map((reading) => ({ source: reading.source, text: reading.text }))];
  const fits = (number: string, from: string): boolean => {
    const isStated = stated.some((one) => one.source === from && one.text === number);
    // A page that shows ASCII or Arabic-Indic digits has them sound, but for what a doubtful reading supplies; so has a lost digit.
    if (!isPersianNumber(number)) return number === from || isStated;
    if (number.length !== from.length) return isStated;
    const possible = [...number].every((digit, index) => table.digits.get(from[index] as string)?.includes(digit));
    const forced = [...from].every((digit) => table.digits.get(digit)?.length === 1);
    return possible && (forced || isStated);
  };
  const { unmatched, free } = match(wanted, given, fits);
  // The digit of a note's marker is no part of the text.
  const left = [...free];
  for (let index = 0; index < markers; index += 1) {
    const marker = left.findIndex((number) => number.length === 1);
    if (marker >= 0) left.splice(marker, 1);
  }
  return [
    ...unmatched.map(
      (number) => `the number ${number} has no number in the source that it can be (free: ${free.join(' ') || 'none'})`,
    ),
    ...(unmatched.length === 0 ? left : []).map((number) => `the number ${number} of the source is not in the text`),
  ];
}

/** Pairs numbers with numbers that fit, as many as can be (augmenting paths). */
function match(wanted: readonly string[], given: readonly string[], fits: (number: string, from: string) => boolean) {
  const partner = new Map<number, number>();
  const tryPair = (index: number, seen: Set<number>): boolean =>
    given.some((from, other) => {
      if (seen.has(other) || !fits(wanted[index] as string, from)) return false;
      seen.add(other);
      const holder = partner.get(other);
      if (holder !== undefined && !tryPair(holder, seen)) return false;
      partner.set(other, index);
      return true;
    });
  const unmatched = wanted.filter((_, index) => !tryPair(index, new Set()));
  return { unmatched, free: given.filter((_, index) => !partner.has(index)) };
}

/**
 * How far the words of a text follow the order of the source lines: the share of its words that stand once in both and
 * form the longest run through lines that never go back.
 */
function wordOrder(lines: readonly string[], text: string): number {
  const words = (one: string) => one.split(/[^\p{L}]+/u).filter((word) => word.length >= 4);
  const where = new Map<string, number>();
  const twice = new Set<string>();
  lines.forEach((line, index) => {
    for (const word of words(line)) {
      if (where.has(word)) twice.add(word);
      where.set(word, index);
    }
  });
  const all = words(text);
  const counts = bag(all);
  const sequence = all
    .filter((word) => counts.get(word) === 1 && where.has(word) && !twice.has(word))
    .map((word) => where.get(word) as number);
  if (sequence.length < 8) return 1;
  const tails: number[] = [];
  for (const line of sequence) {
    const at = tails.findIndex((tail) => tail > line);
    if (at < 0) tails.push(line);
    else tails[at] = line;
  }
  return tails.length / sequence.length;
}
