import { faceRule } from '../../fonts/face-rule.ts';
import { fallbackFamilies, type Typeface } from '../../fonts/faces.ts';
import { sayDigits } from '../../text/digits.ts';
import { baseOf, directionOf, hasPersianRules } from '../../text/languages.ts';

/** The style of counters with the digits of a language (CSS Counter Styles 3, section 6.1). */
const counters: Readonly<Record<string, string>> = { '۰': 'persian', '٠': 'arabic-indic' };

/** What a book needs in another language of Naskh than Persian: no italics, its digits. Reading systems know no `:dir()`. */
function ownRules(language: string): string {
  if (directionOf(language) === 'ltr' || hasPersianRules(language)) return '';
  const own = `:lang(${baseOf(language)})`;
  const latin = '[dir="ltr"]';
  const counter = counters[sayDigits('0', language)];
  return `${own} em, ${own} i { font-style: normal; }
${own} em { font-weight: bold; }
${own} ${latin} em, ${own} ${latin} i { font-style: italic; font-weight: inherit; }
${own} .lost { font-style: normal; }
${counter === undefined ? '' : `ol${own} { list-style-type: ${counter}; }\n`}`;
}

/**
 * The style sheet of a book. It sets no colour, so that the reader's day and night are kept, no size of the text, and no
 * direction, which is the markup's (EPUB 3.3, section 6.3.1.3).
 *
 * @param language of the book
 */
export const styleSheet = (fonts: readonly Typeface[], language: string): string => `${fonts
  .map((face) => faceRule(face, { family: face.family, url: face.file }))
  .join('')}
html, body { font-family: ${[...new Set([...fonts.map(({ family }) => family), ...fallbackFamilies])].map((family) => `"${family}"`).join(', ')}, serif; }
body { line-height: 1.9; overflow-wrap: anywhere; hyphens: none; }
:lang(en) { line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.5; text-align: start; break-after: avoid; break-inside: avoid; }
h1 { font-size: 1.5em; margin: 1em 0 0.75em; }
h2 { font-size: 1.25em; margin: 2em 0 0.75em; }
h3 { font-size: 1.1em; margin: 1.5em 0 0.5em; }
h4 { font-size: 1em; margin: 1.25em 0 0.5em; }
p { margin: 0 0 0.75em; orphans: 2; widows: 2; }
:lang(fa) em, :lang(fa) i { font-style: normal; }
:lang(fa) em { font-weight: bold; }
:lang(fa) :lang(en) em { font-weight: inherit; }
:lang(fa) :lang(en) em, :lang(en) em, :lang(fa) :lang(en) i, :lang(en) i { font-style: italic; }
sup, sub { line-height: 0; font-size: 0.75em; }
sup { vertical-align: super; }
sub { vertical-align: sub; }
.small-caps { font-variant-caps: small-caps; }
a.note { padding: 0 0.2em; text-decoration: none; }
a.citation, a.reading, a.remark { color: inherit; }
.reading, .remark { text-decoration: underline dotted; }
a.citation { text-decoration-thickness: 1px; }
.pn { font-size: 0.75em; margin-inline-end: 0.35em; }
.lead { font-size: 1.1em; }
.notice { border: 1px solid; padding: 0.5em 0.75em; }
.front ul, ul.works { list-style: none; margin: 0 0 1em; padding: 0; }
.front, ul.works li, aside { margin-bottom: 1em; }
.about, .credit, .facts { font-size: 0.85em; }
pre { white-space: pre-wrap; line-height: 1.5; text-align: left; }
.verse { margin: 1em 0; }
.verse div { margin-bottom: 0.75em; }
.verse p { margin: 0; }
.couplet span { display: inline-block; width: 48%; min-width: 14em; vertical-align: top; }
.from { text-align: end; }
.box { border: 1px solid; margin: 1.5em 0; padding: 0.5em 0.75em; }
.box .title { font-weight: bold; }
.epigraph, .dedication { margin: 1.5em 0; margin-inline-start: 30%; }
dt { font-weight: bold; }
dd { margin: 0 0 0.5em; margin-inline-start: 1.5em; }
.lost { font-style: italic; }
:lang(fa) .lost { font-style: normal; }
.formula { display: flex; align-items: center; margin: 1em 0; text-align: center; line-height: normal; }
.formula math { flex: 1; }
.formula .number { margin-inline-start: 1em; }
mtd { padding: 0.25em 0.5em; }
.m-left { text-align: left; }
.m-right { text-align: right; }
.m-flush-start { padding-left: 0; }
.m-flush-end { padding-right: 0; }
.m-wide-start { padding-left: 1em; }
.m-line-left { border-left: 1px solid; }
.m-line-right { border-right: 1px solid; }
.m-line-top, .m-top { border-top: 1px solid; }
.m-line-bottom, .m-bottom { border-bottom: 1px solid; }
.m-box { border: 1px solid; padding: 0.2em; }
figure { margin: 1.5em 0; }
figcaption { font-weight: bold; margin-bottom: 0.5em; }
figure.pictures img { max-width: 100%; max-height: 90vh; }
.pictures figcaption { font-weight: normal; }
table { border-collapse: collapse; width: 100%; font-size: 0.85em; line-height: 1.6; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
table.wide, table.wide tbody, table.wide tr, table.wide th, table.wide td { display: block; border: 0; }
table.wide thead { display: none; }
table.wide tr { border-bottom: 1px solid; padding: 0.5em 0; }
table.wide td[data-label]::before { content: attr(data-label) ": "; }
.cover { margin: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 98vh; }
nav ol { padding-inline-start: 1.25em; }
ol:lang(fa) { list-style-type: persian; }
${ownRules(language)}`;
