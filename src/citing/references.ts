/** How this edition is cited: the version of record, a version of the edition, a passage of it; in every style. */
import { type CitationStyle, citationStyles } from '../bibliography/citation-styles.ts';
import { type CslItem, printedItem } from '../bibliography/csl-item.ts';
import { formatItems } from '../bibliography/references.ts';
import { familyName, type Work } from '../bibliography/work.ts';
import { describeRecord, describeVersion, inLatin, sayFamilies } from '../edition/describe.ts';
import type { Edition, Subject, Version } from '../edition/model.ts';
import { sayDigits } from '../text/digits.ts';
import { escapeXml } from '../text/escape.ts';
import { hasPersianRules } from '../text/languages.ts';
import { versionLabel } from './passage.ts';

/** A reference in one style, as HTML. */
export interface StyledReference {
  readonly style: CitationStyle;
  /** The language of its script. */
  readonly language: 'fa' | 'en';
  readonly html: string;
}

export interface Citing {
  /** None where the edition is the publication. */
  readonly record: readonly StyledReference[];
  readonly version: readonly StyledReference[];
  /** What stands in brackets in a text that cites the version, in both scripts. */
  readonly inText: readonly Omit<StyledReference, 'style'>[];
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
  // No style prints the version of a page; it is said in the title, where APA 7 (section 10.10) puts it.
  const labelled = (work: Work, language: 'fa' | 'en'): Work => ({
    ...work,
    title: `${work.title} (${versionLabel(version.number, language)})`,
  });
  const citing: Citing = {
    version: styled(labelled(described, 'fa'), labelled(latinReference(described), 'en')),
    record: record ? styled(record, latinReference(record)) : [],
    inText: (['fa', 'en'] as const).map((language) => ({
      language,
      html: inText(described, version.number, language),
    })),
  };
  made.set(version, citing);
  return citing;
}

function styled(inPersian: Work, latin: Work): StyledReference[] {
  return citationStyles.map((style) => {
    const language = style.locale === 'fa-IR' ? 'fa' : 'en';
    const item: CslItem = printedItem({ ...(hasPersianRules(language) ? inPersian : latin), language });
    return { style, language, html: formatItems([item], style).get(item.id) ?? '' };
  });
}

/** A work in Persian as a reference in Latin script gives it (APA 7, section 9.38: the language in square brackets). */
function latinReference(work: Work): Work {
  const latin = inLatin(work);
  return hasPersianRules(work.language) ? { ...latin, title: `${latin.title} [In Persian]` } : latin;
}

/** `(Hajimineh & Fallahati, 2026, Version 1.0.0)`, «(حاجی‌مینه و فلاحتی، ۱۴۰۵، نسخۀ ۱.۰.۰)». */
function inText(work: Work, version: string, language: 'fa' | 'en'): string {
  const persian = hasPersianRules(language);
  const names = (persian ? undefined : work.authorLatin) ?? work.author;
  const families = (names?.list ?? []).map(familyName);
  const said = sayFamilies(families.length > 0 ? families : [work.title ?? ''], language);
  const year = (persian ? work.yearPrinted : undefined) ?? work.date?.slice(0, 4) ?? '';
  const parts = [said, sayDigits(year, language), versionLabel(version, language)];
  return escapeXml(`(${parts.join(persian ? '، ' : ', ')})`);
}
