/** A small file of Word, as Word and Zotero write it: styles by name, a footnote, a table, an image, fields. */
import { strToU8, zipSync } from 'fflate';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relationships}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Words; `more` is what stands among them. */
export const run = (text: string, style = ''): string =>
  `<w:r>${style === '' ? '' : `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

export const paragraph = (content: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;

export const footnote = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

/** A citation as Zotero sets it. */
export const zotero = (items: readonly unknown[], printed: string): string => {
  const data = JSON.stringify({ properties: { plainCitation: printed }, citationItems: items });
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ADDIN ZOTERO_ITEM CSL_CITATION ${escaped(data)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(printed)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
};

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblGrid>${rows[0]?.map(() => '<w:gridCol w:w="2000"/>').join('')}</w:tblGrid>${rows
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

export const image = (alt: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="100" cy="100"/><wp:docPr id="1" name="Picture 1" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/**
 * @param body paragraphs and tables
 * @param notes the texts of its footnotes, from 1
 * @param picture what `image` shows
 */
export function docx(body: string, notes: readonly string[] = [], picture?: Uint8Array): Uint8Array {
  const styles = ['Title', 'Author', 'Abstract', 'heading 1', 'heading 2', 'caption'].map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name.replace(/ /g, '')}"><w:name w:val="${name}"/></w:style>`,
  );
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`;
  const related = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': related(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': related(
      `${relation('rId1', 'styles', 'styles.xml')}${relation('rId2', 'footnotes', 'footnotes.xml')}${picture ? relation('rId9', 'image', 'media/image1.png') : ''}`,
    ),
    'word/styles.xml': `<w:styles ${w}>${styles.join('')}</w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${w}>${notes.map((text, index) => `<w:footnote w:id="${index + 1}">${paragraph(run(text))}</w:footnote>`).join('')}</w:footnotes>`,
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
  };
  return zipSync({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    ...(picture ? { 'word/media/image1.png': picture } : {}),
  });
}
