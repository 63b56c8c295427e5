/** How this edition is cited: the version of record, a version of the edition, a passage of it; in every style. */
import { type CitationStyle, citationStyles, firstStyle, listStyles } from '../bibliography/citation-styles.ts';
import { type CslItem, itemInDigits, printedItem, sentenceItem } from '../bibliography/csl-item.ts';
import { formatItems, styleOf } from '../bibliography/references.ts';
import { familyName, type Work } from '../bibliography/work.ts';
import { describeRecord, describeVersion, inLatin, sayFamilies } from '../edition/describe.ts';
import type { Edition, Subject, Version } from '../edition/model.ts';
import { sayDigits } from '../text/digits.ts';
import { escapeXml } from '../text/escape.ts';
import { hasPersianRules, isLatinScript, listComma } from '../text/languages.ts';
import { type Consulted, consultedIn, noDay } from './consulted.ts';
import { type PastedForm, pastedForms } from './forms.ts';
import { inStyle, placedIn } from './in-style.ts';
import { type ReferenceLanguage, referenceLanguage, versionLabel } from './passage.ts';

/** A reference in one style, as HTML. */
export interface StyledReference {
  readonly style: CitationStyle;
  /** The language of its script. */
  readonly language: ReferenceLanguage;
  readonly html: string;
  /** Where the style asks for the day on which the reader consulted the page. */
  readonly consulted?: Consulted | undefined;
}

export interface Citing {
  /** None where the edition is the publication. */
  readonly record: readonly StyledReference[];
  readonly version: readonly StyledReference[];
  /** The same two in the forms that are pasted elsewhere. */
  readonly pasted: Readonly<Record<'record' | 'version', readonly PastedForm[]>>;
  /** What stands in brackets in a text that cites the version, in each script that is offered. */
  readonly inText: readonly Omit<StyledReference, 'style'>[];
  /** The language of the article, and so of what stands in other letters in a reference. */
  readonly language: string;
}

/** Of each edition, as its DOIs and its address stand in a reference. */
const cache = new WeakMap<Edition, WeakMap<Version, Citing>>();

/** The references to a version and to the version of record; made once for all pages. */
export function citingOf(subject: Subject): Citing {
  const { edition, article, version } = subject;
  const made = cache.get(edition) ?? new WeakMap<Version, Citing>();
  cache.set(edition, made);
  const known = made.get(version);
  if (known) return known;
  const described = describeVersion(subject);
  const record = describeRecord(article);
  // Persian and Arabic forms are for who reads these here, and for what is written in them.
  const read = new Set([...edition.languages, article.language].map(firstStyle));
  const styles = citationStyles.filter(
    ({ id, readers }) =>
      (readers === undefined || read.has(listStyles[readers])) &&
      // Both styles of Iranian journals have what is in Latin letters in these.
      !(id === latinList && isLatinScript(article.language)),
  );
  const languages = (['fa', 'ar', 'en'] as const).filter((one) => one === 'en' || read.has(listStyles[one]));
  const [ofVersion, ofRecord] = [styled(described, styles), record ? styled(record, styles) : []];
  const citing: Citing = {
    version: ofVersion,
    record: ofRecord,
    pasted: {
      version: pastedForms(described, listedIn(ofVersion)),
      record: record ? pastedForms(record, listedIn(ofRecord)) : [],
    },
    inText: languages.map((language) => ({
      language,
      html: inText(described, version.number, language),
    })),
    language: article.language,
  };
  made.set(version, citing);
  return citing;
}

/** What a list of works prints, in the style of each script. */
function listedIn(references: readonly StyledReference[]): Readonly<Record<ReferenceLanguage, string>> {
  const of = (id: string) => references.find(({ style }) => style.id === id)?.html ?? '';
  return { fa: of(listStyles.fa), ar: of(listStyles.ar), en: of(listStyles.other) };
}

function styled(work: Work, styles: readonly CitationStyle[]): StyledReference[] {
  return styles.map((style) => referenceTo(work, style));
}

/** The style of Iranian journals for what stands in Latin letters in their lists. */
const latinList = 'persian-latin';

/**
 * A reference to a work in a style: in Persian or Arabic where that is one, else in Latin script as far as the work has one. A work in
 * Latin letters keeps them in a Persian list too.
 */
export function referenceTo(work: Work, asked: CitationStyle): StyledReference {
  const style = asked.id === listStyles.fa && isLatinScript(work.language) ? styleOf(latinList) : asked;
  const language = referenceLanguage(style.locale);
  const printed = language === 'ar' ? itemInDigits : style.isSentenceCase ? sentenceItem : printedItem;
  const own = inStyle(printed({ ...placedIn(language === 'en' ? inLatin(work) : work), language }), style);
  const say = (one: CslItem) => {
    const html = formatItems([one], style).get(work.key) ?? '';
    return language === 'en' && hasPersianRules(work.language) ? sayInPersian(html, style) : html;
  };
  const html = say(own);
  return { style: asked, language, html, consulted: consultedIn(html, say({ ...own, accessed: noDay })) };
}

/**
 * Says at the end of a reference in Latin script that the work is in Persian, as the lists of Iranian journals do, and those of
 * medicine (Citing Medicine, 2nd edition, chapter 1: language).
 */
const sayInPersian = (html: string, { id }: CitationStyle): string =>
  id === 'vancouver' ? `${html.replace(/\.?$/, '.')} Persian.` : `${html} [In Persian]`;

/** `(Hajimineh & Fallahati, 2026, Version 1.0.0)`, «(حاجی‌مینه و فلاحتی، ۱۴۰۵، نسخۀ ۱.۰.۰)», «(كاتب، ٢٠٢٦، الإصدار ١.٠.٠)». */
function inText(work: Work, version: string, language: ReferenceLanguage): string {
  const names = (language === 'en' ? work.authorLatin : undefined) ?? work.author;
  const families = (names?.list ?? []).map(familyName);
  const said = sayFamilies(families.length > 0 ? families : [work.title ?? ''], language);
  const year = (hasPersianRules(language) ? work.yearPrinted : undefined) ?? work.date?.slice(0, 4) ?? '';
  const parts = [said, sayDigits(year, language), versionLabel(version, language)];
  return escapeXml(`(${parts.join(listComma(language))})`);
}
