/** What PDF/UA-1 asks of the file as a whole: its metadata, its catalog, its attachments (ISO 14289-1, 5, 6, 7.1, 7.2, 7.10, 7.11, 7.15, 7.16). */
import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFStream, PDFString } from '@cantoo/pdf-lib';
import { booleanIn, bytesOf, dictIn, hasEntry, itemsIn, nameIn, numberIn, textIn } from '../objects.ts';
import { type Condition, each, once } from './condition.ts';
import { type File, isSaid } from './file.ts';
import type { Property } from './packet.ts';

/** The namespace of what a file says of its conformance to PDF/UA (5). */
const uaid = 'http://www.aiim.org/pdfua/ns/id/';
const dc = 'http://purl.org/dc/elements/1.1/';

const propertiesIn = (file: File, namespace: string, name?: string): Property[] =>
  (file.metadata ?? []).filter((one) => one.namespace === namespace && (name === undefined || one.name === name));

const prefixed = (number: number, name: string): Condition => ({
  id: `5-${number}`,
  asks: `The property ${name} of the PDF/UA identification has the prefix pdfuaid`,
  failures: each(
    (file) => propertiesIn(file, uaid, name),
    ({ prefix }) => prefix === 'pdfuaid',
    ({ prefix }) => `${prefix}:${name} in the metadata`,
  ),
});

/** A language tag (RFC 3066). */
const languageTag = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

/** Every language that catalog, elements and marked contents state. */
const languagesIn = (file: File): { readonly language: string; readonly where: () => string }[] => [
  ...(file.language === undefined ? [] : [{ language: file.language, where: () => 'the catalog' }]),
  ...file.elements.flatMap((element) => {
    const language = textIn(element.dict, 'Lang');
    return language === undefined ? [] : [{ language, where: () => file.where(element) }];
  }),
  ...file.pages.flatMap(({ marks, where }) =>
    marks.flatMap(({ properties }) => {
      const language = properties.get('Lang');
      return Buffer.isBuffer(language) ? [{ language: language.toString('latin1'), where: () => where }] : [];
    }),
  ),
];

const configurations = ({ catalog }: File): PDFDict[] => {
  const properties = dictIn(catalog, 'OCProperties');
  return [...itemsIn(properties, 'D'), ...itemsIn(properties, 'Configs')].filter((item) => item instanceof PDFDict);
};

/** The forms of XML that a viewer is to lay out itself (XFA 3.3, `dynamicRender`). */
const isDynamic = ({ catalog }: File): boolean =>
  Buffer.concat(
    itemsIn(dictIn(catalog, 'AcroForm'), 'XFA').flatMap((item) => (item instanceof PDFStream ? [bytesOf(item)] : [])),
  )
    .toString('utf8')
    .includes('dynamicRender>required<');

export const documentConditions: readonly Condition[] = [
  {
    id: '5-1',
    asks: 'The metadata say to which part of PDF/UA the file conforms',
    failures: once((file) => propertiesIn(file, uaid).length > 0, 'the metadata'),
  },
  {
    id: '5-2',
    asks: 'The part of PDF/UA that the metadata name is 1',
    failures: each(
      (file) => propertiesIn(file, uaid, 'part'),
      ({ text }) => text === '1',
      ({ text }) => `part ${text} in the metadata`,
    ),
  },
  prefixed(3, 'part'),
  prefixed(4, 'amd'),
  prefixed(5, 'corr'),
  {
    id: '6.1-1',
    asks: 'The file begins with %PDF-1. and a digit from 0 to 7',
    failures: once(({ header }) => /^%PDF-1\.[0-7]\r?$/.test(header), 'the first line of the file'),
  },
  {
    id: '6.2-1',
    asks: 'The catalog says that the file is tagged',
    failures: once(({ catalog }) => booleanIn(dictIn(catalog, 'MarkInfo'), 'Marked') === true, 'the catalog'),
  },
  {
    id: '7.1-4',
    asks: 'The catalog does not say that tags are doubtful',
    failures: once(({ catalog }) => booleanIn(dictIn(catalog, 'MarkInfo'), 'Suspects') !== true, 'the catalog'),
  },
  {
    id: '7.1-8',
    asks: 'The catalog has a stream of metadata, of the type Metadata and the subtype XML',
    failures: once(({ catalog, metadata }) => {
      const stream = dictIn(catalog, 'Metadata');
      return metadata !== undefined && nameIn(stream, 'Type') === 'Metadata' && nameIn(stream, 'Subtype') === 'XML';
    }, 'the catalog'),
  },
  {
    id: '7.1-9',
    asks: 'The metadata have a title',
    fix: 'give the article a title',
    failures: once((file) => propertiesIn(file, dc, 'title').some(({ text }) => text !== ''), 'the metadata'),
  },
  {
    id: '7.1-10',
    asks: 'The catalog says that a reader shows the title in its window',
    failures: once(
      ({ catalog }) => booleanIn(dictIn(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === true,
      'the catalog',
    ),
  },
  {
    id: '7.1-11',
    asks: 'The file has a structure',
    failures: once(({ tree }) => tree !== undefined, 'the catalog'),
  },
  {
    id: '7.2-2',
    asks: 'The language of the bookmarks is known',
    failures: once(
      ({ catalog, language }) => language !== undefined || dictIn(catalog, 'Outlines') === undefined,
      'the bookmarks',
    ),
  },
  {
    id: '7.2-29',
    asks: 'A language is stated as a tag of RFC 3066',
    failures: each(
      languagesIn,
      ({ language }) => languageTag.test(language),
      ({ language, where }) => `“${language}” at ${where()}`,
    ),
  },
  {
    id: '7.2-33',
    asks: 'The language of the metadata is known',
    failures: each(
      ({ metadata, language }) => (language === undefined ? (metadata ?? []) : []),
      ({ hasDefault }) => !hasDefault,
      ({ name }) => `${name} in the metadata`,
    ),
  },
  {
    id: '7.10-1',
    asks: 'Each configuration of optional content has a name',
    failures: each(
      configurations,
      (one) => isSaid(one, 'Name'),
      () => 'optional content',
    ),
  },
  {
    id: '7.10-2',
    asks: 'No configuration of optional content changes by itself',
    failures: each(
      configurations,
      (one) => !hasEntry(one, 'AS'),
      () => 'optional content',
    ),
  },
  {
    id: '7.11-1',
    asks: 'An attached file has its name in both forms',
    failures: each(
      ({ dicts }) => dicts.filter((one) => dictIn(one, 'EF') !== undefined),
      (one) => isSaid(one, 'F') && isSaid(one, 'UF'),
      (one) => `attachment ${textIn(one, 'UF') ?? textIn(one, 'F') ?? ''}`.trim(),
    ),
  },
  {
    id: '7.15-1',
    asks: 'The file has no form that only XFA lays out',
    failures: once((file) => !isDynamic(file), 'the form'),
  },
  {
    id: '7.16-1',
    asks: 'An encrypted file lets programs for the blind take out its text',
    failures: once(
      // Bit 10 of the permissions (ISO 32000-1, table 22).
      ({ encryption }) => encryption === undefined || ((numberIn(encryption, 'P') ?? 0) & 512) !== 0,
      'the encryption',
    ),
  },
  {
    id: '7.18.6.2-1',
    asks: 'A clip of sound or film says of what type it is',
    failures: each(
      clips,
      (clip) => hasEntry(clip, 'CT'),
      () => 'a clip',
    ),
  },
  {
    id: '7.18.6.2-2',
    asks: 'A clip of sound or film has a text that stands for it',
    failures: each(clips, hasAlternatives, () => 'a clip'),
  },
];

/** Media clip data (ISO 32000-1, 13.2.4.2). */
function clips({ dicts }: File): readonly PDFDict[] {
  return dicts.filter((one) => one.get(PDFName.of('S')) === PDFName.of('MCD'));
}

/** Pairs of a language and a text (ISO 32000-1, 14.9.2.4). */
function hasAlternatives(clip: PDFDict): boolean {
  const items = itemsIn(clip, 'Alt');
  const isText = (item: PDFObject) =>
    (item instanceof PDFString || item instanceof PDFHexString) && item.decodeText() !== '';
  return items.length > 0 && items.length % 2 === 0 && items.every((item, index) => index % 2 === 0 || isText(item));
}
