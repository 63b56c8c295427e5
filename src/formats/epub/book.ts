/** The files of a book: what every EPUB of the edition has, whatever it holds (EPUB 3.3). */
import { buffer } from 'node:stream/consumers';
import type { Element } from 'xast';
import { x } from 'xastscript';
import { ZipFile } from 'yazl';
import type { SitePath } from '../../edition/addresses.ts';
import { Characters } from '../../fonts/characters.ts';
import { isInNaskh, isNaskh, type Typeface } from '../../fonts/faces.ts';
import { neededFaces } from '../../fonts/needed.ts';
import { subsetTypeface } from '../../fonts/subset.ts';
import { bookStrings } from '../../locales/index.ts';
import type { IsoDate } from '../../text/calendar.ts';
import { directionOf, wordsLanguage } from '../../text/languages.ts';
import { printable } from '../../text/printable.ts';
import { type Cover, drawCover } from './cover.ts';
import { styleSheet } from './style.ts';
import { langOf, xhtml, xmlFile } from './xhtml.ts';

/** An entry of the table of contents. */
export interface Entry {
  readonly title: string;
  readonly language: string;
  readonly href: string;
  readonly entries: readonly Entry[];
}

/** A place that readers offer by what it is (EPUB 3.3, section 7.4.4). */
export interface Landmark {
  readonly type: 'bodymatter' | 'bibliography' | 'footnotes' | 'titlepage' | 'abstract';
  readonly title: string;
  readonly href: string;
}

/** A document of the book, in the order of reading. Plain data, which a build keeps as JSON. */
export interface Chapter {
  /** The name of its file without the ending. */
  readonly name: string;
  /** The XHTML document. */
  readonly document: string;
  readonly entries: readonly Entry[];
  readonly landmarks: readonly Landmark[];
  /** The images that it shows. */
  readonly images: readonly Image[];
}

/** An image of a document. */
export interface Image {
  /** Its place in the book. */
  readonly href: string;
  readonly mediaType: string;
  /** Its place in the site. */
  readonly path: SitePath;
}

/** An image on a cover. */
export interface CoverImage {
  readonly mediaType: string;
  readonly content: Uint8Array;
  /** What it shows. */
  readonly alt: string;
}

export interface Book {
  readonly title: string;
  readonly language: string;
  /** The elements of the package's metadata but those that follow from the rest. */
  readonly metadata: readonly Element[];
  /** A permanent address. */
  readonly identifier: string;
  /** The day on which it last changed. */
  readonly modified: IsoDate;
  readonly cover: Cover;
  /** The image that stands on the cover in place of its words, PNG or JPEG. */
  readonly coverImage?: CoverImage | undefined;
  readonly chapters: readonly Chapter[];
}

/** A meta element of the package document. */
export const meta = (property: string, value: string, attributes: Readonly<Record<string, string>> = {}): Element =>
  x('meta', { property, ...attributes }, value);

/**
 * EPUB Accessibility 1.1 (section 2): how the book can be read, and what it conforms to by the publisher's own word. Cover images
 * do not count as content (EPUB Accessibility Techniques, META-001).
 */
const accessibility = (
  language: string,
  certifier: string,
  { hasImages, hasFormulas }: { readonly hasImages: boolean; readonly hasFormulas: boolean },
): Element[] => [
  meta('schema:accessMode', 'textual'),
  ...(hasImages ? [meta('schema:accessMode', 'visual')] : []),
  meta('schema:accessModeSufficient', 'textual'),
  ...[
    'tableOfContents',
    'structuralNavigation',
    'readingOrder',
    'alternativeText',
    'displayTransformability',
    'ARIA',
    'unlocked',
    // Formulas can be read as such (EPUB Accessibility Metadata Guide, section 4.8).
    ...(hasFormulas ? ['MathML'] : []),
  ].map((feature) => meta('schema:accessibilityFeature', feature)),
  meta('schema:accessibilityHazard', 'none'),
  meta(
    'schema:accessibilitySummary',
    bookStrings[wordsLanguage(language)][hasImages ? 'summaryWithImages' : 'summary'],
    {
      'xml:lang': language,
    },
  ),
  meta('dcterms:conformsTo', 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA', { id: 'conformance' }),
  meta('a11y:certifiedBy', certifier, { refines: '#conformance', 'xml:lang': language }),
];

interface Resource {
  readonly id: string;
  readonly href: string;
  readonly type: string;
  readonly properties?: string;
}

function packageDocument(
  book: Book,
  certifier: string,
  resources: readonly Resource[],
  spine: readonly string[],
): string {
  return xmlFile(
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': book.language,
        dir: directionOf(book.language),
      },
      x(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        x('dc:identifier', { id: 'id' }, book.identifier),
        ...book.metadata,
        meta('dcterms:modified', `${book.modified}T00:00:00Z`),
        ...accessibility(book.language, certifier, {
          hasImages: book.chapters.some(({ images }) => images.length > 0),
          hasFormulas: resources.some(({ properties }) => properties === 'mathml'),
        }),
      ),
      x(
        'manifest',
        resources.map(({ id, href, type, properties }) => x('item', { id, href, 'media-type': type, properties })),
      ),
      x(
        'spine',
        { 'page-progression-direction': directionOf(book.language) },
        spine.map((idref) => x('itemref', { idref })),
      ),
    ),
  );
}

const list = (entries: readonly Entry[], around: string): Element =>
  x(
    'ol',
    entries.map((entry) =>
      x(
        'li',
        {},
        x('a', { href: entry.href, ...(entry.language === around ? {} : langOf(entry.language)) }, entry.title),
        entry.entries.length > 0 ? list(entry.entries, around) : undefined,
      ),
    ),
  );

/** The navigation document (EPUB 3.3, section 7): contents, to be read too, and landmarks. */
function navigation({ title, language, chapters }: Book): string {
  const words = bookStrings[wordsLanguage(language)];
  const link = (type: string, href: string, name: string) => x('li', {}, x('a', { 'epub:type': type, href }, name));
  const places = chapters.flatMap((chapter) => chapter.landmarks);
  // Of a kind only the first: readers offer one place for each.
  const firsts = places.filter((place, index) => places.findIndex(({ type }) => type === place.type) === index);
  return xhtml(`${words.toc} · ${title}`, language, [
    x(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' },
      x('h1', { id: 'toc-title' }, words.toc),
      list(
        chapters.flatMap((chapter) => chapter.entries),
        language,
      ),
    ),
    x(
      'nav',
      { 'epub:type': 'landmarks', id: 'landmarks', hidden: 'hidden', 'aria-label': words.landmarks },
      x(
        'ol',
        {},
        link('cover', 'cover.xhtml', words.cover),
        link('toc', 'nav.xhtml', words.toc),
        firsts.map((place) => link(place.type, place.href, place.title)),
      ),
    ),
  ]);
}

/** The name of the file of the cover. */
const coverFile = ({ coverImage }: Book): string =>
  coverImage?.mediaType === 'image/jpeg' ? 'cover.jpg' : 'cover.png';

const coverPage = ({ title, language, cover, coverImage }: Book, src: string): string =>
  xhtml(title, language, [
    x(
      'section',
      { class: 'cover', 'epub:type': 'cover' },
      x('img', {
        src,
        role: 'doc-cover',
        alt: [
          `${bookStrings[wordsLanguage(language)].cover}: ${cover.above}`,
          cover.title.text,
          ...cover.below,
          coverImage?.alt ?? '',
        ]
          .filter((line) => line !== '')
          .map(printable)
          .join('. '),
      }),
    ),
  ]);

/** The faces, cut down to the characters of the documents. */
async function facesOf(documents: readonly string[]): Promise<{ face: Typeface; content: Uint8Array }[]> {
  const characters = new Characters();
  for (const document of documents) characters.add(document);
  const needed = characters.toString();
  const { faces } = await neededFaces(needed);
  const used = isInNaskh(needed) ? faces : faces.filter((face) => !isNaskh(face));
  return Promise.all(used.map(async (face) => ({ face, content: new Uint8Array(await subsetTypeface(face, needed)) })));
}

const container = xmlFile(
  x(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    x(
      'rootfiles',
      {},
      x('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ),
  ),
);

/**
 * Makes a book. The same book gives the same bytes: the files carry the day of its last change.
 *
 * @param book what it holds
 * @param imageAt the bytes of an image
 * @param certifier who says that it is accessible: the publisher
 * @returns the EPUB, a zip whose first file says what it is (OCF, EPUB 3.3, section 4.3)
 */
export async function makeBook(
  book: Book,
  certifier: string,
  imageAt: (image: Image) => Uint8Array,
): Promise<Uint8Array> {
  const xhtmlType = 'application/xhtml+xml';
  const documents: [id: string, content: string][] = [
    ['cover', coverPage(book, coverFile(book))],
    ['nav', navigation(book)],
    ...book.chapters.map(({ name, document }) => [name, document] as [string, string]),
  ];
  const fonts = await facesOf(documents.map(([, content]) => content));
  const faces = fonts.map(({ face }) => face);
  const images = book.chapters.flatMap((chapter) => chapter.images);
  const resources: Resource[] = [
    ...documents.map(([id, content]) => ({
      id,
      href: `${id}.xhtml`,
      type: xhtmlType,
      ...(id === 'nav' ? { properties: 'nav' } : content.includes('<math ') ? { properties: 'mathml' } : {}),
    })),
    {
      id: 'cover-image',
      href: coverFile(book),
      type: book.coverImage?.mediaType ?? 'image/png',
      properties: 'cover-image',
    },
    { id: 'style', href: 'style.css', type: 'text/css' },
    ...faces.map(({ file }) => ({ id: file.replace('.', '-'), href: file, type: 'font/woff2' })),
    ...images.map(({ href, mediaType }, index) => ({ id: `image-${index + 1}`, href, type: mediaType })),
  ];
  const spine = documents.map(([id]) => id);
  return zipped(
    [
      ['mimetype', 'application/epub+zip', 'stored'],
      ['META-INF/container.xml', container],
      ['EPUB/package.opf', packageDocument(book, certifier, resources, spine)],
      ...documents.map(([id, content]): File => [`EPUB/${id}.xhtml`, content]),
      ['EPUB/style.css', styleSheet(directionOf(book.language) === 'rtl' ? faces : faces.toReversed(), book.language)],
      [`EPUB/${coverFile(book)}`, book.coverImage?.content ?? drawCover(book.cover), 'stored'],
      ...fonts.map(({ face, content }): File => [`EPUB/${face.file}`, content, 'stored']),
      ...images.map((image): File => [`EPUB/${image.href}`, imageAt(image), 'stored']),
    ],
    book.modified,
  );
}

/** A file of a book; what is compressed already is only stored. */
type File = readonly [name: string, content: string | Uint8Array, how?: 'stored'];

/** Files as a zip, in their order. */
async function zipped(files: readonly File[], modified: IsoDate): Promise<Uint8Array> {
  const zip = new ZipFile();
  const [year, month, day] = modified.split('-').map(Number) as [number, number, number];
  // The zip stores the clock's own hours: of a local date they are alike everywhere. The mimetype has no extra field (OCF, 4.3).
  const options = { mtime: new Date(year, month - 1, day), mode: 0o100644, forceDosTimestamp: true };
  for (const [name, content, how] of files) {
    zip.addBuffer(Buffer.from(content as string), name, { ...options, compress: how !== 'stored' });
  }
  zip.end();
  return buffer(zip.outputStream);
}
