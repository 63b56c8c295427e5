/** Passages made ready to be searched, with every form of a word that they have. */
import { stemOf, type Word, withoutArticle, wordsOf } from '../text/fold.ts';
import type { Field } from './field.ts';
import { type Prepared, prepare } from './match.ts';
import type { Passage } from './passages.ts';
import { consonantsOf, latinSounds, persianSound } from './sound.ts';
import { joinedVerbOf, verbOf } from './verbs.ts';

/** A form of a word, as the texts have it. */
export interface Form {
  readonly id: number;
  readonly word: Word;
  /** As it is written where it stands first. */
  readonly written: string;
  /** In how many passages it is. */
  passages: number;
}

export interface Entry {
  readonly passage: Passage;
  readonly prepared: Prepared;
  /** The forms of the words that are shown, and of those beside. */
  readonly shown: Int32Array;
  readonly hidden: Int32Array;
}

/** Everything that is searched, where the edition is small enough to be loaded whole. */
export interface Whole {
  readonly collection: Collection;
  readonly field: Field;
}

/** Lets the page do other things, if it has waited for some time. */
export type Pause = () => Promise<void> | undefined;

export class Collection {
  private own: Entry[] = [];
  readonly forms: Form[] = [];
  private readonly ids = new Map<string, Form>();
  /** The forms by their stems and by those of their pieces. */
  private readonly stems = new Map<string, Form[]>();
  private readonly verbs = new Map<string, Form[]>();
  private readonly sounds = new Map<string, Form[]>();
  /** How many forms are in it already. */
  private sounded = 0;

  /** @param pause asked after each passage */
  static async of(passages: readonly Passage[], pause: Pause): Promise<Collection> {
    const collection = new Collection();
    const seen = new Set<string>();
    for (const passage of passages) {
      const key = `${passage.path} ${passage.text}`;
      if (!seen.has(key)) collection.add(passage);
      seen.add(key);
      await pause();
    }
    return collection;
  }

  /** Forms of words without the passages that have them. */
  static ofForms(written: readonly string[]): Collection {
    const collection = new Collection();
    for (const one of written) for (const word of wordsOf(one)) collection.form(word, one);
    return collection;
  }

  /** What is searched. */
  get entries(): readonly Entry[] {
    return this.own;
  }

  /** Some of the passages, with the words of all: how rare a word is does not hang on where it is looked for. */
  only(isWanted: (entry: Entry) => boolean): Collection {
    const some: Collection = Object.create(Collection.prototype);
    return Object.assign(some, this, { own: this.own.filter(isWanted) });
  }

  private add(passage: Passage): void {
    const prepared = prepare(passage.text, passage.also, passage.language);
    const seen = new Set<Form>();
    const idsOf = (words: readonly Word[], text: string) =>
      Int32Array.from(words, (word) => {
        const form = this.form(word, text);
        if (!seen.has(form)) form.passages += 1;
        seen.add(form);
        return form.id;
      });
    this.own.push({
      passage,
      prepared,
      shown: idsOf(prepared.shown.words, passage.text),
      hidden: idsOf(prepared.hidden?.words ?? [], passage.also),
    });
  }

  private form(word: Word, text: string): Form {
    const key = `${word.parts.join('\u200c')} ${word.bare ?? ''}`;
    let form = this.ids.get(key);
    if (!form) {
      form = { id: this.forms.length, word, written: text.slice(word.start, word.end), passages: 0 };
      this.ids.set(key, form);
      this.forms.push(form);
      const pieces = word.parts.length > 1 ? word.parts.flatMap((part) => [part, stemOf(part)]) : [];
      for (const stem of new Set([word.stem, word.fold, ...pieces, ...bareOf(word)])) put(this.stems, stem, form);
      const verb = verbOf(word.fold);
      if (verb) put(this.verbs, verb.verb, form);
      const joined = joinedVerbOf(word.fold);
      if (joined !== undefined) put(this.verbs, joined, form);
    }
    return form;
  }

  /** The forms that may be of one word with another, or have it as a piece. */
  withStemOf({ fold, stem }: Word): Iterable<Form> {
    const bare = withoutArticle(fold);
    return new Set([stem, fold, bare, stemOf(bare)].flatMap((one) => this.stems.get(one) ?? []));
  }

  ofVerb(verb: string): readonly Form[] {
    return this.verbs.get(verb) ?? [];
  }

  /** The forms by the consonants of their sounds. */
  async soundingLike(consonants: string, pause: Pause): Promise<readonly Form[]> {
    while (this.sounded < this.forms.length) {
      const form = this.forms[this.sounded] as Form;
      // Before the pause: another search may go on from here meanwhile.
      this.sounded += 1;
      for (const key of new Set(soundsOf(form.word).map(consonantsOf))) put(this.sounds, key, form);
      if (this.sounded % 32 === 0) await pause();
    }
    return this.sounds.get(consonants) ?? [];
  }
}

/** Under what else a word of an Arabic text is looked up. */
const bareOf = ({ bare }: Word): string[] => (bare === undefined ? [] : [bare, stemOf(bare)]);

function put(map: Map<string, Form[]>, key: string, form: Form): void {
  const others = map.get(key);
  if (others) others.push(form);
  else map.set(key, [form]);
}

/** The sounds of a word, and of its pieces if it is joined. */
export function soundsOf({ fold, parts }: Pick<Word, 'fold' | 'parts'>): string[] {
  if (/\d/.test(fold)) return [];
  if (/^[a-z]+$/.test(fold)) return [...latinSounds(fold), ...(parts.length > 1 ? parts.flatMap(latinSounds) : [])];
  return [persianSound(parts), ...(parts.length > 1 ? parts.map((part) => persianSound([part])) : [])];
}
