/** How this edition is cited: the version of record, a version of the edition, a passage of it; in every style. */
import { type CitationStyle, citationStyles } from '../bibliography/citation-styles.ts';
import { type CslItem, printedItem } from '../bibliography/csl-item.ts';
import { formatItems } from '../bibliography/references.ts';
import type { Work } from '../bibliography/work.ts';
import { describeRecord, describeVersion, inLatin } from './describe.ts';
import type { Article, Edition, Version } from './model.ts';
import { versionLabel } from './passage.ts';

/** A reference in one style, as HTML. */
export interface StyledReference {
  readonly style: CitationStyle;
  /** The language of its script. */
  readonly language: 'fa' | 'en';
  readonly html: string;
}

export interface Citing {
  readonly record: readonly StyledReference[];
  readonly version: readonly StyledReference[];
}

const cache = new WeakMap<Version, Citing>();

/** The references to a version and to the version of record; made once for all pages. */
export function citingOf(edition: Edition, article: Article, version: Version): Citing {
  const known = cache.get(version);
  if (known) return known;
  const described = describeVersion(edition, article, version);
  // No style prints the version of a page; it is said in the title, where APA 7 (section 10.10) puts it.
  const labelled = (work: Work, language: 'fa' | 'en'): Work => ({
    ...work,
    title: `${work.title} (${versionLabel(version.number, language)})`,
    note: undefined,
    abstract: undefined,
  });
  const citing = {
    version: styled(labelled(described, 'fa'), labelled(inLatin(described), 'en')),
    record: styled(describeRecord(article), inLatin(describeRecord(article))),
  };
  cache.set(version, citing);
  return citing;
}

function styled(inPersian: Work, latin: Work): StyledReference[] {
  return citationStyles.map((style) => {
    const language = style.locale === 'fa-IR' ? 'fa' : 'en';
    const item: CslItem = printedItem({ ...(language === 'fa' ? inPersian : latin), language });
    return { style, language, html: formatItems([item], style, 'html').get(item.id) ?? '' };
  });
}
