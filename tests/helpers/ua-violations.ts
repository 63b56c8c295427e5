/** For each condition of PDF/UA-1 that the build decides, a change of a finished file that violates it. */
import {
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { dictIn, nameIn, rawItemsIn } from '../../src/formats/pdf/objects.ts';
import { type Element, treeOf } from '../../src/formats/pdf/tree.ts';
import { annotationsOf } from './tagged-pdf.ts';

/** A change of a document. */
export type Plant = (document: PDFDocument) => void;

const name = (text: string): PDFName => PDFName.of(text);

/** What a dictionary is made of: a name is written with its slash, other texts are strings. */
type Entry = string | number | boolean | PDFObject | readonly Entry[] | { readonly [key: string]: Entry };

const isPlain = (entry: Entry): entry is { readonly [key: string]: Entry } =>
  typeof entry === 'object' && Object.getPrototypeOf(entry) === Object.prototype;

function made(document: PDFDocument, entry: Entry): PDFObject {
  const { context } = document;
  if (typeof entry === 'string') return entry.startsWith('/') ? name(entry.slice(1)) : PDFString.of(entry);
  if (typeof entry === 'number') return PDFNumber.of(entry);
  if (typeof entry === 'boolean') return context.obj(entry);
  if (Array.isArray(entry)) return context.obj(entry.map((one) => made(document, one)));
  if (!isPlain(entry)) return entry as PDFObject;
  const dict = PDFDict.withContext(context);
  for (const [key, value] of Object.entries(entry)) dict.set(name(key), made(document, value));
  return dict;
}

const set = (document: PDFDocument, dict: PDFDict, entries: { readonly [key: string]: Entry }): void => {
  for (const [key, value] of Object.entries(entries)) dict.set(name(key), made(document, value));
};

const stream = (
  document: PDFDocument,
  content: string | Uint8Array,
  entries: { readonly [key: string]: Entry } = {},
) => {
  const one = document.context.stream(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  set(document, one.dict, entries);
  return document.context.register(one);
};

const elementsOf = (document: PDFDocument): readonly Element[] => treeOf(document)?.elements ?? [];
const first = (document: PDFDocument, type: string): Element =>
  elementsOf(document).find(({ standard }) => standard === type) as Element;

const preferences = (document: PDFDocument, key: string): PDFDict => dictIn(document.catalog, key) as PDFDict;

/** Rewrites the XMP packet. */
const inPacket =
  (change: (packet: string) => string): Plant =>
  (document) => {
    const reference = document.catalog.get(name('Metadata')) as PDFRef;
    const packet = Buffer.from((document.context.lookup(reference) as PDFRawStream).contents).toString('utf8');
    const changed = change(packet);
    if (changed === packet) throw new Error('the packet is as it was');
    document.context.assign(
      reference,
      document.context.stream(Buffer.from(changed), { Type: 'Metadata', Subtype: 'XML' }),
    );
  };

const uaid = 'xmlns:NAME="http://www.aiim.org/pdfua/ns/id/"';
const claim = /<pdfuaid:part [^>]*>1<\/pdfuaid:part>/;
const other = (property: string) =>
  inPacket((packet) =>
    packet.replace(claim, (own) => `${own}<u:${property} ${uaid.replace('NAME', 'u')}>1</u:${property}>`),
  );

/** An element as it is grown: its type, its attributes as a table's, other entries, and what is in it. */
interface Sprout {
  readonly type: string;
  readonly table?: { readonly [key: string]: Entry };
  readonly entries?: { readonly [key: string]: Entry };
  readonly kids?: readonly Sprout[];
}

const el = (type: string, ...kids: readonly Sprout[]): Sprout => ({ type, kids });
const cell = (type: 'TH' | 'TD', table: { readonly [key: string]: Entry } = {}): Sprout => ({ type, table });
const td = cell('TD');
/** A data cell with a heading that its table has not. */
const naming = cell('TD', { Headers: ['unheard'] });
const tr = (...cells: readonly Sprout[]) => el('TR', ...cells);

/** Adds elements at the end of the document's. */
const grow =
  (...sprouts: readonly Sprout[]): Plant =>
  (document) => {
    const add = (parent: PDFObject, { type, table, entries, kids = [] }: Sprout): PDFRef => {
      const dict = made(document, {
        Type: '/StructElem',
        S: `/${type}`,
        P: parent,
        ...(table === undefined ? {} : { A: { O: '/Table', ...table } }),
        ...entries,
      }) as PDFDict;
      const reference = document.context.register(dict);
      if (kids.length > 0) dict.set(name('K'), document.context.obj(kids.map((kid) => add(reference, kid)) as never));
      return reference;
    };
    const [top] = elementsOf(document) as [Element];
    const added = sprouts.map((sprout) => add(top.reference, sprout));
    top.dict.set(name('K'), document.context.obj([...rawItemsIn(top.dict, 'K'), ...added] as never));
  };

const table = (...kids: readonly Sprout[]): Plant => grow(el('Table', ...kids));

/** Draws on the first page, behind all else. */
const drawn =
  (content: string | ((document: PDFDocument) => string)): Plant =>
  (document) => {
    const [page] = document.getPages();
    const contents = page?.node.get(name('Contents')) as PDFObject;
    const more = stream(document, typeof content === 'string' ? content : content(document));
    page?.node.set(name('Contents'), document.context.obj([contents, more] as never));
  };

/** The number of a marked content of the first page. */
function markOf(document: PDFDocument): number {
  const [page] = document.getPages();
  for (const { kids } of elementsOf(document))
    for (const kid of kids) if (kid.kind === 'content' && kid.of === page?.ref) return kid.id;
  throw new Error('the first page has no tagged content');
}

/** Without the language of the whole file, and with something in no other one. */
const withoutLanguage =
  (plant: Plant = () => {}): Plant =>
  (document) => {
    document.catalog.delete(name('Lang'));
    plant(document);
  };

const inFirst =
  (type: string, entries: { readonly [key: string]: Entry }): Plant =>
  (document) =>
    set(document, first(document, type).dict, entries);

/** Adds an annotation to the first page, and to an element of a type if one is named. */
const annotated =
  (entries: { readonly [key: string]: Entry }, type?: string): Plant =>
  (document) => {
    const [page] = document.getPages();
    if (page === undefined) return;
    const annotation = made(document, { Type: '/Annot', Rect: [100, 100, 120, 120], F: 4, ...entries }) as PDFDict;
    const reference = document.context.register(annotation);
    page.node.set(name('Annots'), document.context.obj([...rawItemsIn(page.node, 'Annots'), reference] as never));
    set(document, page.node, { Tabs: '/S' });
    if (type === undefined) return;
    const number = 100_000;
    set(document, annotation, { StructParent: number });
    const object = made(document, { Type: '/OBJR', Obj: reference, Pg: page.ref });
    grow({ type, entries: { K: object } })(document);
    const element = elementsOf(document).at(-1) as Element;
    const tree = dictIn(dictIn(document.catalog, 'StructTreeRoot'), 'ParentTree') as PDFDict;
    tree.set(
      name('Nums'),
      document.context.obj([...rawItemsIn(tree, 'Nums'), PDFNumber.of(number), element.reference] as never),
    );
  };

const described = { Contents: 'Something' };
const field = { Subtype: '/Widget', FT: '/Tx', T: 'field', TU: 'A field' };

const firstLink = (document: PDFDocument): PDFDict =>
  (annotationsOf(document).find(([, one]) => nameIn(one, 'Subtype') === 'Link') as readonly [PDFRef, PDFDict])[1];

/** A font of the first page, by its name there. */
function fontOf(document: PDFDocument): { readonly key: string; readonly dict: PDFDict } {
  const fonts = dictIn(document.getPages()[0]?.node.Resources(), 'Font') as PDFDict;
  const [key] = fonts.keys() as [PDFName];
  return { key: key.decodeText(), dict: fonts.lookup(key, PDFDict) };
}

const inFont =
  (change: (dict: PDFDict, descendant: PDFDict, document: PDFDocument) => void): Plant =>
  (document) => {
    const { dict } = fontOf(document);
    const descendant = document.context.lookup(rawItemsIn(dict, 'DescendantFonts')[0], PDFDict);
    change(dict, descendant, document);
  };

const inDescriptor = (change: (descriptor: PDFDict, document: PDFDocument) => void): Plant =>
  inFont((_, descendant, document) => change(dictIn(descendant, 'FontDescriptor') as PDFDict, document));

/** A map of codes to the same characters, as a file has one. */
const codes = (program: string) =>
  `/CIDInit /ProcSet findresource begin 12 dict begin begincmap ${program} /CMapName /Own def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange endcmap end end`;

/** Of the first codes of a font, a mark of the order of bytes as the text. */
const marks = `256 beginbfchar ${Array.from({ length: 256 }, (_, code) => `<${code.toString(16).padStart(4, '0')}> <FEFF>`).join(' ')} endbfchar`;

const withCodes = (program: string, entries: { readonly [key: string]: Entry }): Plant =>
  inFont((dict, _, document) =>
    dict.set(
      name('Encoding'),
      stream(document, codes(program), {
        Type: '/CMap',
        CMapName: '/Own',
        CIDSystemInfo: { Registry: 'Adobe', Ordering: 'Identity', Supplement: 0 },
        ...entries,
      }),
    ),
  );

const shows = (code: string) =>
  drawn((document) => `/Artifact BMC BT /${fontOf(document).key} 10 Tf <${code}> Tj ET EMC`);

/** A form XObject on the first page, drawn so often. */
const form =
  (
    times: number,
    entries: { readonly [key: string]: Entry },
    content: string | ((document: PDFDocument) => string),
  ): Plant =>
  (document) => {
    const resources = document.getPages()[0]?.node.Resources() as PDFDict;
    const written = typeof content === 'string' ? content : content(document);
    const drawing = { Type: '/XObject', Subtype: '/Form', BBox: [0, 0, 9, 9], ...entries };
    set(document, resources, { XObject: { Own: stream(document, written, drawing) } });
    drawn('/Artifact BMC /Own Do EMC\n'.repeat(times))(document);
  };

const clip =
  (entries: { readonly [key: string]: Entry }): Plant =>
  (document) => {
    const data = document.context.register(
      made(document, { Type: '/MediaClip', S: '/MCD', D: { Type: '/Filespec', F: 'a', UF: 'a' }, ...entries }),
    );
    const rendition = { Type: '/Rendition', S: '/MR', C: data };
    annotated({ ...described, Subtype: '/Screen', A: { S: '/Rendition', OP: 0, R: rendition } }, 'Annot')(document);
  };

const xfa =
  '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><config xmlns="http://www.xfa.org/schema/xci/3.0/"><acrobat><acrobat7><dynamicRender>required</dynamicRender></acrobat7></acrobat></config></xdp:xdp>';

/** By the number of the condition, what violates it. */
export const violations: Readonly<Record<string, Plant>> = {
  '5-1': inPacket((packet) => packet.replace(claim, '')),
  '5-2': inPacket((packet) => packet.replace(claim, (own) => own.replace('>1<', '>2<'))),
  '5-3': inPacket((packet) => packet.replace(claim, `<u:part ${uaid.replace('NAME', 'u')}>1</u:part>`)),
  '5-4': other('amd'),
  '5-5': other('corr'),
  '6.1-1': (document) => {
    document.context.header = PDFHeader.forVersion(2, 0);
  },
  '6.2-1': (document) => preferences(document, 'MarkInfo').delete(name('Marked')),
  '7.1-1': drawn((document) => `/Span <</MCID ${markOf(document)}>> BDC /Artifact BMC 0 0 1 1 re f EMC EMC`),
  '7.1-2': drawn((document) => `/Artifact BMC /Span <</MCID ${markOf(document)}>> BDC 0 0 1 1 re f EMC EMC`),
  '7.1-3': drawn('0 0 1 1 re f'),
  '7.1-4': (document) => set(document, preferences(document, 'MarkInfo'), { Suspects: true }),
  '7.1-5': grow(el('Unheard')),
  '7.1-6': (document) => {
    const root = preferences(document, 'StructTreeRoot');
    set(document, root, { RoleMap: { One: '/Other', Other: '/One' } });
    grow(el('One'))(document);
  },
  '7.1-7': (document) => set(document, preferences(document, 'StructTreeRoot'), { RoleMap: { P: '/Div' } }),
  '7.1-8': (document) => document.catalog.delete(name('Metadata')),
  '7.1-9': inPacket((packet) => packet.replace(/<dc:title>.*?<\/dc:title>/s, '')),
  '7.1-10': (document) => preferences(document, 'ViewerPreferences').delete(name('DisplayDocTitle')),
  '7.1-11': (document) => document.catalog.delete(name('StructTreeRoot')),
  '7.1-12': (document) => first(document, 'P').dict.delete(name('P')),
  '7.2-2': withoutLanguage(),
  '7.2-3': table(el('P')),
  '7.2-4': grow(tr(td)),
  '7.2-5': grow(el('THead', tr(td))),
  '7.2-6': grow(el('TBody', tr(td))),
  '7.2-7': grow(el('TFoot', tr(td))),
  '7.2-8': grow(cell('TH', { Scope: '/Column' })),
  '7.2-9': grow(td),
  '7.2-10': table(tr(td, el('P'))),
  '7.2-11': table(el('THead', tr(td)), el('THead', tr(td)), el('TBody', tr(td))),
  '7.2-12': table(el('TBody', tr(td)), el('TFoot', tr(td)), el('TFoot', tr(td))),
  '7.2-13': table(tr(td), el('TFoot', tr(td))),
  '7.2-14': table(el('THead', tr(td)), tr(td)),
  '7.2-15': table(tr(td, cell('TD', { RowSpan: 2 })), tr(cell('TD', { ColSpan: 2 }))),
  '7.2-16': table(tr(td), el('Caption'), tr(td)),
  '7.2-17': grow(el('LI', el('LBody'))),
  '7.2-18': grow(el('LBody')),
  '7.2-19': grow(el('L', el('P'))),
  '7.2-20': grow(el('L', el('LI', el('P')))),
  '7.2-21': withoutLanguage(inFirst('P', { ActualText: 'said' })),
  '7.2-22': withoutLanguage(inFirst('P', { Alt: 'said' })),
  '7.2-23': withoutLanguage(inFirst('P', { E: 'said' })),
  '7.2-24': withoutLanguage(annotated({ ...described, Subtype: '/Text' }, 'Annot')),
  '7.2-25': withoutLanguage((document) => {
    annotated(field, 'Form')(document);
    const [, widget] = annotationsOf(document).find(([, one]) => nameIn(one, 'Subtype') === 'Widget') ?? [];
    set(document, document.catalog, {
      AcroForm: { Fields: [document.context.getObjectRef(widget as PDFDict) as PDFRef] },
    });
  }),
  '7.2-26': grow(el('TOCI')),
  '7.2-27': grow(el('TOC', el('P'))),
  '7.2-28': grow(el('TOC', el('TOCI'), el('Caption'))),
  '7.2-29': grow({ type: 'P', entries: { Lang: 'no_such' } }),
  '7.2-30': withoutLanguage(drawn('/Span <</ActualText (said)>> BDC EMC')),
  '7.2-31': withoutLanguage(drawn('/Span <</Alt (said)>> BDC EMC')),
  '7.2-32': withoutLanguage(drawn('/Span <</E (said)>> BDC EMC')),
  '7.2-33': withoutLanguage(),
  '7.2-34': withoutLanguage(),
  '7.2-36': table(el('THead', el('P')), el('TBody', tr(td))),
  '7.2-37': table(el('TBody', el('P'))),
  '7.2-38': table(el('TBody', tr(td)), el('TFoot', el('P'))),
  '7.2-39': table(el('Caption'), tr(td), el('Caption')),
  '7.2-40': grow(el('L', el('LI', el('LBody')), el('Caption'))),
  '7.2-41': table(tr(td, cell('TD', { RowSpan: 2 }))),
  '7.2-42': table(tr(td), tr(td, td)),
  '7.2-43': table(tr(td, td), tr(td)),
  '7.3-1': grow(el('Figure')),
  '7.4.2-1': grow(el('H6')),
  '7.4.4-1': grow(el('Sect', el('H'), el('H'))),
  '7.4.4-2': grow(el('H')),
  '7.4.4-3': grow(el('H')),
  '7.5-1': table(tr(td, td), tr(cell('TH'), td)),
  '7.5-2': table(tr(naming, naming), tr({ ...cell('TH'), entries: { ID: 'heard' } }, naming)),
  '7.7-1': grow(el('Formula')),
  '7.9-1': grow(el('Note')),
  '7.9-2': grow({ type: 'Note', entries: { ID: 'same' } }, { type: 'Note', entries: { ID: 'same' } }),
  '7.10-1': (document) => set(document, document.catalog, { OCProperties: { OCGs: [], D: {} } }),
  '7.10-2': (document) => set(document, document.catalog, { OCProperties: { OCGs: [], D: { Name: 'one', AS: [] } } }),
  '7.11-1': (document) => {
    for (const [, object] of document.context.enumerateIndirectObjects())
      if (object instanceof PDFDict && nameIn(object, 'Type') === 'Filespec') object.delete(name('UF'));
  },
  '7.15-1': (document) => set(document, document.catalog, { AcroForm: { Fields: [], XFA: stream(document, xfa) } }),
  '7.16-1': (document) => {
    document.context.trailerInfo.Encrypt = document.context.register(
      made(document, { Filter: '/Standard', V: 2, R: 3, Length: 128, P: -4096 }),
    );
  },
  '7.18.1-1': annotated({ ...described, Subtype: '/Text' }),
  '7.18.1-2': annotated({ Subtype: '/Text' }, 'Annot'),
  '7.18.1-3': annotated({ Subtype: '/Widget', FT: '/Tx', T: 'field' }, 'Form'),
  '7.18.2-1': annotated({ ...described, Subtype: '/TrapNet' }, 'Annot'),
  '7.18.3-1': (document) => {
    for (const { node } of document.getPages()) node.delete(name('Tabs'));
  },
  '7.18.4-1': annotated(field),
  '7.18.4-2': grow(el('Form')),
  '7.18.5-1': (document) => firstLink(document).delete(name('StructParent')),
  '7.18.5-2': (document) => firstLink(document).delete(name('Contents')),
  '7.18.6.2-1': clip({ Alt: ['', 'A clip'] }),
  '7.18.6.2-2': clip({ CT: 'video/mp4' }),
  '7.18.8-1': annotated({ ...described, Subtype: '/PrinterMark' }, 'Annot'),
  '7.20-1': form(1, { Ref: { F: { Type: '/Filespec', F: 'a', UF: 'a' }, Page: 0 } }, '0 0 1 1 re f'),
  '7.20-2': form(2, { StructParents: 100_000 }, '/P <</MCID 0>> BDC 0 0 1 1 re f EMC'),
  '7.21.3.1-1': withCodes('', { CIDSystemInfo: { Registry: 'Adobe', Ordering: 'Japan1', Supplement: 0 } }),
  '7.21.3.2-1': inFont((_, descendant) => descendant.delete(name('CIDToGIDMap'))),
  '7.21.3.3-1': inFont((dict) => dict.set(name('Encoding'), name('Unheard-H'))),
  '7.21.3.3-2': withCodes('/WMode 0 def', { WMode: 1 }),
  '7.21.3.3-3': withCodes('/Unheard-H usecmap', { UseCMap: '/Unheard-H' }),
  '7.21.4.1-1': inDescriptor((descriptor) => descriptor.delete(name('FontFile2'))),
  '7.21.4.1-2': shows('FFF0'),
  '7.21.4.2-2': inDescriptor((descriptor, document) =>
    descriptor.set(name('CIDSet'), stream(document, new Uint8Array([0x80]))),
  ),
  '7.21.5-1': inFont((_, descendant, document) => set(document, descendant, { W: [0, 0xffff, 123] })),
  '7.21.7-1': inFont((dict) => dict.delete(name('ToUnicode'))),
  '7.21.7-2': inFont((dict, _, document) =>
    dict.set(name('ToUnicode'), stream(document, codes('').replace(/1 begincid.*endcidrange/, marks))),
  ),
  '7.21.8-1': shows('0000'),
};
