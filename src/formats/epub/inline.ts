/** Running text in a book. Ids are those of the page; links stay within the document. */
import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import { isolateLatin } from '../../edition/isolate.ts';
import {
  anchorOfCall,
  anchorOfTableCall,
  childrenOf,
  type Inline,
  type NoteRef,
  plainText,
  type TableNoteRef,
  walkInlines,
} from '../../edition/model.ts';
import { unhandled } from '../../exhaustive.ts';
import { mathOf } from '../../formulas/mathml.ts';
import { inNamespace } from '../../formulas/namespace.ts';
import { wordsOf } from '../../locales/index.ts';
import { sayNumber } from '../../text/digits.ts';
import { hasPersianRules, type Texts, textIn } from '../../text/languages.ts';
import { styledElements } from '../../text/styled-elements.ts';
import { langOf, outerLink } from './xhtml.ts';

/** In what running text stands. */
export interface Around {
  /** The language of the text, which is that of the words around it too. */
  readonly language: string;
  /** The ids that a link can lead to; a mark without one is text alone. */
  readonly targets: ReadonlySet<string>;
  /** The folder of the article's images in the book. */
  readonly files: string;
  /** The address of a file on the web, where a book cannot hold it. */
  readonly fileAt: (name: string) => string;
  /** Whether it stands inside a link, where no other can. */
  readonly inLink?: boolean;
  /** Whether it stands in a run of another language, behind which the markers of its doubts follow. */
  readonly inForeign?: boolean;
}

export function epubInlines(inlines: readonly Inline[], around: Around): ElementContent[] {
  return inlines.flatMap((inline) => epubInline(inline, around));
}

/** Running text of the metadata: nothing in it leads anywhere. */
export const epubRunning = (inlines: readonly Inline[], language: string): ElementContent[] =>
  epubInlines(inlines, { language, targets: new Set(), files: '', fileAt: (name) => name });

/** The interface's or the metadata's words, with Latin isolated where they are Persian. */
export const epubWords = (text: string, language: string): ElementContent[] =>
  epubInlines(
    hasPersianRules(language) ? isolateLatin([{ type: 'text', value: text }]) : [{ type: 'text', value: text }],
    {
      language,
      targets: new Set(),
      files: '',
      fileAt: (name) => name,
    },
  );

/** What editors say, for a text in a language; in another, where it is not said in that, and marked so. */
export function epubSaid(texts: Texts, language: string): ElementContent[] {
  const said = textIn(texts, language);
  const content = epubWords(said.value, said.language);
  return said.language === language ? content : [x('span', langOf(said.language), content)];
}

/** A marker that leads to a note, which readers open over the page (EPUB Structural Semantics: noteref). */
function noteMarker({ note, call }: NoteRef, around: Around): ElementContent[] {
  const number = sayNumber(Number(note.slice(2)), around.language);
  const place = { id: anchorOfCall(note, call), class: 'note' };
  const content = around.targets.has(note)
    ? x('a', { ...place, href: `#${note}`, 'epub:type': 'noteref', role: 'doc-noteref' }, number)
    : x('span', place, number);
  // A direction isolates the number: after a year it would otherwise be drawn as part of it.
  return [x('sup', { dir: langOf(around.language).dir }, content)];
}

function tableNoteMarker({ note, sign, call }: TableNoteRef, around: Around): ElementContent[] {
  const id = anchorOfTableCall(note, call);
  const link = x('a', { id, class: 'note', href: `#${note}`, 'epub:type': 'noteref', role: 'doc-noteref' }, sign);
  return [x('sup', { dir: langOf(around.language).dir }, link)];
}

/** A marker behind a link that holds a doubtful reading or a remark, since a link holds no other. */
const doubtMarker = (id: string, text: string, { language }: Around): ElementContent =>
  x(
    'sup',
    { dir: langOf(language).dir },
    x(
      'a',
      {
        class: 'note',
        href: `#${id}`,
        'epub:type': 'noteref',
        role: 'doc-noteref',
        'aria-label': `${wordsOf(language).doubtful}: ${text}`,
      },
      hasPersianRules(language) ? '؟' : '?',
    ),
  );

/** The notes that a link holds, put behind it. */
const notesIn = (children: readonly Inline[], around: Around): ElementContent[] =>
  [...walkInlines(children)].flatMap((inline) => (inline.type === 'noteRef' ? noteMarker(inline, around) : []));

/** The doubtful readings and remarks that a link holds, put behind it. */
const doubtsIn = (children: readonly Inline[], around: Around): ElementContent[] =>
  [...walkInlines(children)].flatMap((inline): ElementContent[] => {
    const id = inline.type === 'reading' ? inline.reading : inline.type === 'remark' ? inline.remark : undefined;
    return id !== undefined && around.targets.has(id) ? [doubtMarker(id, plainText(childrenOf(inline)), around)] : [];
  });

/** What follows a link; in a run of another direction doubts would stand on its wrong side. */
const behindLink = (children: readonly Inline[], around: Around): ElementContent[] =>
  around.inLink ? [] : [...notesIn(children, around), ...(around.inForeign ? [] : doubtsIn(children, around))];

/** A run in another language, and behind it the doubts of the links in it. */
function foreignRun(language: string, children: readonly Inline[], around: Around): ElementContent[] {
  const links = [...walkInlines(children)].filter((inline) => inline.type === 'citation' || inline.type === 'link');
  return [
    x('bdi', langOf(language), epubInlines(children, { ...around, inForeign: true })),
    ...(around.inLink || around.inForeign ? [] : links.flatMap((link) => doubtsIn(link.children, around))),
  ];
}

/** A link within the document, or its text alone where it leads nowhere or stands in another. */
function innerLink(
  target: string,
  attributes: Readonly<Record<string, string>>,
  type: 'noteref' | 'biblioref',
  children: readonly Inline[],
  around: Around,
): ElementContent[] {
  if (around.inLink || !around.targets.has(target)) return [x('span', attributes, epubInlines(children, around))];
  return [
    x(
      'a',
      { ...attributes, href: `#${target}`, 'epub:type': type, role: `doc-${type}` },
      epubInlines(children, { ...around, inLink: true }),
    ),
    ...behindLink(children, around),
  ];
}

function epubInline(inline: Inline, around: Around): ElementContent[] {
  const inside = () => epubInlines(childrenOf(inline), around);
  switch (inline.type) {
    case 'text':
      return [{ type: 'text', value: inline.value }];
    case 'emphasis':
      return [x('em', inside())];
    case 'styled':
      return inline.style === 'smallCaps'
        ? [x('span', { class: 'small-caps' }, inside())]
        : [x(styledElements[inline.style], inside())];
    case 'code':
      return [x('code', { dir: 'ltr' }, inline.value)];
    case 'formula':
      return [inNamespace(mathOf(inline.tex, false))];
    case 'lineBreak':
      return [x('br')];
    case 'foreign':
      return foreignRun(inline.language, inline.children, around);
    case 'citation':
      return innerLink(`ref-${inline.key}`, { class: 'citation', id: inline.id }, 'biblioref', inline.children, around);
    case 'tableNote':
      return around.inLink ? [] : tableNoteMarker(inline, around);
    case 'noteRef':
      return around.inLink ? [] : noteMarker(inline, around);
    case 'reading':
      return innerLink(
        inline.reading,
        { class: 'reading', id: `in-${inline.reading}` },
        'noteref',
        inline.children,
        around,
      );
    case 'remark':
      return innerLink(
        inline.remark,
        { class: 'remark', id: `in-${inline.remark}` },
        'noteref',
        inline.children,
        around,
      );
    case 'supplied':
      return ['[', x('span', { class: 'supplied', title: wordsOf(around.language).supplied }, inside()), ']'].map(
        (part) => (typeof part === 'string' ? { type: 'text', value: part } : part),
      );
    case 'crossReference':
      if (around.inLink || !around.targets.has(inline.target)) return inside();
      return [
        x('a', { href: `#${inline.target}` }, epubInlines(inline.children, { ...around, inLink: true })),
        ...behindLink(inline.children, around),
      ];
    case 'file':
      if (around.inLink) return inside();
      return [
        outerLink(around.fileAt(inline.name), epubInlines(inline.children, { ...around, inLink: true })),
        ...behindLink(inline.children, around),
      ];
    case 'link':
      if (around.inLink) return inside();
      return [
        outerLink(inline.url, epubInlines(inline.children, { ...around, inLink: true })),
        ...behindLink(inline.children, around),
      ];
    default:
      return unhandled(inline);
  }
}
