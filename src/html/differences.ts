/**
 * Differences between versions as HTML. Insertions and deletions are said, not only coloured: words that only a screen reader
 * meets open and close each. Nothing needs a script.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ChangeClass, DifferencePart } from '../edition/versions/comparison.ts';
import { type BlockDifference, type Differences, isOfApparatus } from '../edition/versions/differences.ts';
import type { FieldDifference, WorkDifference } from '../edition/versions/field-differences.ts';
import type { Newer } from '../edition/versions/identity.ts';
import type { Mark } from '../edition/versions/pieces.ts';
import { unhandled } from '../exhaustive.ts';
import { changesStrings, wordsOf } from '../locales/index.ts';
import { sayPlace } from '../locales/places.ts';
import { sayDigits, sayNumber } from '../text/digits.ts';
import { directionOf, hasPersianRules, isLanguage, wordsLanguage } from '../text/languages.ts';
import { isPersian } from '../text/runs.ts';
import { renderMixed, renderSaid } from './mixed.ts';

/** The address of an anchor in a version, relative to the page. */
export type AddressOf = (version: string, anchor: string) => string;

/** What every stretch of a difference needs to know. */
interface Context {
  readonly language: string;
  /** The language of the block. */
  readonly text: string;
}

const digits = (text: string, language: string) => sayDigits(text, language);

/**
 * What differs between two versions: only the blocks that do, each with links to both; those of which only the apparatus has
 * changed apart, closed; then the metadata and the works.
 */
export function renderDifferences(differences: Differences, language: string, addressOf: AddressOf): ElementContent[] {
  const words = changesStrings[wordsLanguage(language)];
  const { metadata, works } = differences;
  const changed = differences.blocks.filter((block) => block.kind !== 'same');
  const same = differences.blocks.length - changed.length;
  const apparatus = changed.filter(isOfApparatus);
  const render = (block: BlockDifference) => renderBlockDifference(block, differences, language, addressOf);
  const isNothing = changed.length + metadata.length + works.length === 0;
  const sayText = changed.length === 0 ? words.nothingInText : words.unchanged(sayNumber(same, language));
  return [
    ...changed.filter((block) => !isOfApparatus(block)).map(render),
    ...(apparatus.length > 0
      ? [
          h('details', [
            h('summary', words.ofApparatus(sayNumber(apparatus.length, language))),
            ...apparatus.map(render),
          ]),
        ]
      : []),
    h('p', { className: ['soft'] }, isNothing ? words.nothingDiffers : sayText),
    ...(metadata.length > 0 ? [h('h3', words.ofMetadata), renderFields(metadata, language)] : []),
    ...(works.length > 0
      ? [h('h3', words.ofWorks), ...works.map((work) => renderWork(work, differences, language, addressOf))]
      : []),
  ];
}

/**
 * A work that differs, with a link to it in the version that has it. One that was added or removed is named by its title, or by
 * what the article prints; the rest stands where the link leads.
 */
function renderWork(
  { key, kind, fields }: WorkDifference,
  differences: Differences,
  language: string,
  addressOf: AddressOf,
): Element {
  const version = kind === 'removed' ? differences.from : differences.to;
  const name = fields.find(({ field }) => field === 'title') ?? fields.find(({ field }) => field === 'printed.1');
  return h('section', { className: ['difference'], dataKind: kind }, [
    h('p', { className: ['where'] }, [
      h('b', changesStrings[wordsLanguage(language)].relations[kind]),
      ': ',
      h('a', { href: addressOf(version, `ref-${key}`) }, h('bdi', { dir: 'ltr' }, key)),
    ]),
    renderFields(kind === 'changed' || !name ? fields : [name], language),
  ]);
}

/** Fields by their names in the files of the edition. */
function renderFields(fields: readonly FieldDifference[], language: string): Element {
  return h(
    'dl',
    { className: ['fields'] },
    fields.flatMap(({ field, parts }) => {
      // A field that is named for a language is in it; of another the script tells.
      const named = /\.(fa|en)(?:\.|$)/.exec(field)?.[1];
      const text = named ?? (isPersian(parts.map((part) => part.text).join('')) ? 'fa' : 'en');
      return [
        h('dt', h('code', { dir: 'ltr' }, field)),
        h(
          'dd',
          { className: ['compared'], lang: text, dir: directionOf(text) },
          renderParts(parts, { language, text }),
        ),
      ];
    }),
  );
}

function renderBlockDifference(
  block: BlockDifference,
  differences: Differences,
  language: string,
  addressOf: AddressOf,
): Element {
  const words = changesStrings[wordsLanguage(language)];
  const { comma } = wordsOf(language);
  const link = (id: string, version: string) =>
    h('a', { href: addressOf(version, id) }, words.place(sayPlace(id, language), digits(version, language)));
  const links = (ids: readonly string[], version: string) =>
    ids.flatMap((id, index) => [...(index > 0 ? [`${comma} `] : []), link(id, version)]);
  const arrow = h('span', [
    h('span', { ariaHidden: 'true' }, hasPersianRules(language) ? ' ← ' : ' → '),
    h('span', { className: ['said'] }, ` ${words.became} `),
  ]);
  const context: Context = { language, text: block.language };
  const isMoved = block.moved && block.kind !== 'moved';
  return h('section', { className: ['difference'], dataKind: block.kind }, [
    h('p', { className: ['where'] }, [
      h('b', words.relations[block.kind] + (isMoved ? ` ${words.movedToo}` : '')),
      ': ',
      ...links(block.from, differences.from),
      ...(block.from.length > 0 && block.to.length > 0 ? [arrow] : []),
      ...links(block.to, differences.to),
      ...block.classes.map((one) => h('span', { className: ['class'], dataClass: one }, words.classes[one])),
    ]),
    ...(block.parts.length > 0
      ? [
          h(
            block.block === 'heading' ? 'p' : 'div',
            { className: ['compared', block.block], lang: block.language, dir: directionOf(block.language) },
            renderParts(block.parts, context),
          ),
        ]
      : []),
  ]);
}

/** Stretches of one foreign language stand in one isolate, changes and all, or their order would break. */
function renderParts(parts: readonly DifferencePart[], context: Context): ElementContent[] {
  const groups: { lang: string | undefined; parts: DifferencePart[] }[] = [];
  for (const [index, part] of parts.entries()) {
    const lang = part.lang ?? aroundMark(parts, index);
    const last = groups.at(-1);
    if (last && last.lang === lang) last.parts.push(part);
    else groups.push({ lang, parts: [part] });
  }
  return groups.flatMap(({ lang, parts: group }) => {
    if (lang === undefined) return group.flatMap((part) => renderPart(part, context.text, context));
    const inside = group.flatMap((part) => renderPart(part, lang, context));
    return [h('bdi', { lang, dir: directionOf(lang) }, inside)];
  });
}

/** A mark prints nothing of its own: between two stretches of one language it belongs to them. */
function aroundMark(parts: readonly DifferencePart[], index: number): string | undefined {
  if (!parts[index]?.mark) return undefined;
  const before = parts.slice(0, index).findLast((part) => !part.mark)?.lang;
  const after = parts.slice(index + 1).find((part) => !part.mark)?.lang;
  return before === after ? before : undefined;
}

function renderPart(part: DifferencePart, lang: string, context: Context): ElementContent[] {
  const words = changesStrings[wordsLanguage(context.language)];
  if (part.op === 'same') return part.mark ? renderSameMark(part.mark, context) : renderRuns(part.text, lang);
  const content = part.mark
    ? [renderMark(part.mark, context)]
    : renderChangedText(part.text, part.classes ?? [], lang, context.language);
  const name = part.op === 'insert' ? words.insertion : words.deletion;
  return [
    h(
      part.op === 'insert' ? 'ins' : 'del',
      // A direction isolates: a sign alone is drawn where the text around it wants it.
      { dir: directionOf(lang), dataClasses: part.classes?.join(' ') },
      [say(`[${name}: `, context.language), ...content, say(` ${words.end} ${name}]`, context.language)],
    ),
  ];
}

/** Text whose runs in the other script the model has not told: those of metadata and works. */
const renderRuns = (text: string, lang: string): ElementContent[] =>
  isLanguage(lang) ? renderMixed(text, lang) : [{ type: 'text', value: text }];

/** Words for a screen reader. */
const say = (text: string, language: string) =>
  h('span', { className: ['said'], lang: language, dir: directionOf(language) }, text);

/** A sign for what cannot be seen, with its name. */
const sign = (name: 'zwnj' | 'space', language: string) =>
  h('span', { className: [name], title: changesStrings[wordsLanguage(language)][name] }, [
    say(` ${changesStrings[wordsLanguage(language)][name]} `, language),
  ]);

/** Changed text: joiners, spaces and digits are shown for what they are where they are what changed. */
function renderChangedText(
  text: string,
  classes: readonly ChangeClass[],
  lang: string,
  language: string,
): ElementContent[] {
  const isShown = (one: ChangeClass) => classes.includes(one);
  const joiners = isShown('zwnj') || isShown('spacing');
  if (!joiners && !isShown('digits')) return renderRuns(text, lang);
  return (text.match(/\u200c|\s+|\p{N}+|[^\u200c\s\p{N}]+/gu) ?? []).map((piece): ElementContent => {
    if (piece === '\u200c' && joiners) return sign('zwnj', language);
    if (/^\s/.test(piece) && joiners) return sign('space', language);
    if (/^\p{N}/u.test(piece) && isShown('digits')) return h('b', { className: ['digits'] }, piece);
    return { type: 'text', value: piece };
  });
}

/** A mark that both versions have: only what the page of the text shows too. */
function renderSameMark(mark: Mark, context: Context): ElementContent[] {
  if (mark.type === 'note') return [noteMarker(mark.number, context)];
  return mark.type === 'break' || mark.type === 'lost' ? [renderMark(mark, context)] : [];
}

const noteMarker = (number: number, { language, text }: Context) =>
  h('sup', { dir: directionOf(text) }, [
    h('span', { ariaHidden: 'true' }, digits(String(number), text)),
    say(` ${changesStrings[wordsLanguage(language)].noteMarker(digits(String(number), language))} `, language),
  ]);

/** A mark that only one version has, in the language of the interface. */
function renderMark(mark: Mark, context: Context): Element {
  const { language } = context;
  const words = changesStrings[wordsLanguage(language)];
  const label = (...content: (ElementContent | string)[]) =>
    h('span', { className: ['mark', mark.type], lang: language, dir: directionOf(language) }, ['[', ...content, ']']);
  switch (mark.type) {
    case 'note':
      return noteMarker(mark.number, context);
    case 'citation':
      return label(`${words.citation}: `, h('bdi', { dir: 'ltr' }, mark.key), ...sayLocator(mark, language));
    case 'reading': {
      const { semicolon, comma, sourceForm, certainty, reading } = wordsOf(language);
      return label(
        `${reading} «`,
        inScript(mark.text),
        `»: ${certainty[mark.certainty]}${semicolon} ${sourceForm}: `,
        inScript(mark.source),
        `${semicolon} ${wordsOf(language).candidates}: `,
        inScript(mark.candidates.join(`${comma} `)),
        '. ',
        ...renderSaid(mark.reason, language),
      );
    }
    case 'remark':
      return label(`${words.classes.remark}: `, ...renderSaid(mark.text, language));
    case 'markup':
      return label(words.markup(mark.what));
    case 'lost':
      return label(words.lost);
    case 'break':
      return h('span', { className: ['break'], title: words.breakMark }, [
        h('span', { ariaHidden: 'true' }, '¶'),
        say(` ${words.breakMark} `, language),
      ]);
    default:
      return unhandled(mark);
  }
}

/** Words of the text or its source, in the language of their script. */
function inScript(text: string): Element {
  const lang = isPersian(text) ? 'fa' : 'en';
  return h('bdi', { lang, dir: directionOf(lang) }, renderMixed(text, lang));
}

const sayLocator = (
  { locator, locatorKind }: Mark & { readonly type: 'citation' },
  language: string,
): (ElementContent | string)[] =>
  locator === undefined
    ? []
    : [
        `${wordsOf(language).comma} ${changesStrings[wordsLanguage(language)].locators[locatorKind]} `,
        h('bdi', digits(locator, language)),
      ];

/** What the signs of a difference mean. */
export function renderKey(language: string): ElementContent {
  const words = changesStrings[wordsLanguage(language)];
  const item = (shown: ElementContent, name: string) => h('li', [shown, ` ${name}`]);
  return h('ul', { className: ['actions', 'key'], ariaLabel: words.key }, [
    h('li', h('del', words.deletion)),
    h('li', h('ins', words.insertion)),
    item(h('span', { className: ['zwnj'], ariaHidden: 'true' }), words.zwnj),
    item(h('span', { className: ['space'], ariaHidden: 'true' }), words.space),
    item(h('span', { className: ['break'], ariaHidden: 'true' }, '¶'), words.breakMark),
  ]);
}

/**
 * Links from a paragraph of an older version to what it became in the latest, small, after its text, with a sign where it has
 * changed; a word where it is gone.
 */
export function renderNewerLinks(
  { ids, isSame }: Newer,
  latest: string,
  language: string,
  addressOf: AddressOf,
): ElementContent[] {
  const words = changesStrings[wordsLanguage(language)];
  const version = digits(latest, language);
  const own = { lang: language, dir: directionOf(language) };
  if (ids.length === 0)
    return [
      h('small', { className: ['newer'], ...own }, [
        h('span', { className: ['said'] }, words.removedSince(version)),
        h('span', { ariaHidden: 'true', title: words.removedSince(version) }, '⊘'),
      ]),
    ];
  return ids.map((id) => {
    const name = (isSame ? words.sameHere : words.newerHere)(version, sayPlace(id, language));
    return h('small', { className: ['newer'], ...own }, [
      h('a', { href: addressOf(latest, id), ariaLabel: name, title: name }, isSame ? version : `≠ ${version}`),
    ]);
  });
}
