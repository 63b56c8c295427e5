import { x } from 'xastscript';
import { invertedName } from '../bibliography/work.ts';
import { pages, permanent } from '../edition/addresses.ts';
import { termsOf } from '../edition/article-types.ts';
import {
  abstractOf,
  abstractsOf,
  languagesOf,
  sayInLatin,
  sayPlacement,
  sayRecord,
  surelyTitled,
} from '../edition/describe.ts';
import { doiOf } from '../edition/doi.ts';
import { type Agent, contributorsTo } from '../edition/model.ts';
import { placeOf } from '../edition/notices.ts';
import { addressOfRelation } from '../edition/relations.ts';
import { accessTerms } from '../edition/rights.ts';
import { yearsOf } from '../edition/subjects.ts';
import { addressOfSupplement, supplementsOf } from '../edition/supplements.ts';
import { successionOf } from '../edition/versions/succession.ts';
import { sayNotice } from '../locales/notices.ts';
import { copyrightLine } from '../locales/rights.ts';
import { latinForm, saidForm } from '../text/languages.ts';
import type { Format } from './format.ts';
import { addressOfFile, romanised } from './full-text.ts';
import { xmlDocument } from './xml.ts';

/**
 * A version as unqualified Dublin Core in the container of OAI-PMH (http://www.openarchives.org/OAI/openarchivesprotocol.html,
 * appendix; elements by the Dublin Core Element Set 1.1), in the order of the element set. The version's number has no
 * element; it is in the address.
 */
export const dc: Format = {
  name: 'Dublin Core (OAI)',
  extension: 'dc.xml',
  mediaType: 'application/xml',
  write(subject, _, texts = []) {
    const { edition, article, version } = subject;
    const { record, rights } = article;
    const addressOf = (number: string) => permanent(edition.site, pages.version(article.slug, number));
    const doi = doiOf(subject);
    const placed = sayPlacement(article);
    const access = rights.access && accessTerms[rights.access];
    const { coar, euRepo } = termsOf(article);
    const { older, latest } = successionOf(subject);
    const covered = [
      ...(article.subjects ?? []).map(({ term }) => term),
      ...[...(article.places ?? []), ...(article.periods ?? [])].map(({ name }) => name),
    ];
    const tags = languagesOf(article, edition.publisher, abstractsOf(version), ...covered);
    const inEach = (name: string, textsIn: (language: string) => readonly (string | undefined)[]) =>
      tags.flatMap((language) => textsIn(language).map((text) => text && x(name, { 'xml:lang': language }, text)));
    // Once, in the article's script: a harvester counts the elements.
    const named = (element: string, agents: readonly Agent[]) =>
      agents.map(({ name }) => {
        const { language, value } = saidForm(name, article.language);
        const tag = language === latinForm ? romanised(article.language) : language;
        return x(element, { 'xml:lang': tag }, invertedName(value));
      });
    const others = contributorsTo(subject).map(({ agent }) => agent);
    const inLatin = [
      sayInLatin('Creators', article.creators, article.language),
      sayInLatin('Contributors', others, article.language),
    ];
    return xmlDocument(
      x(
        'oai_dc:dc',
        {
          'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
          'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          'xsi:schemaLocation':
            'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
        },
        [
          ...inEach('dc:title', (language) => [surelyTitled(article, language)]),
          article.romanisedTitle &&
            x('dc:title', { 'xml:lang': romanised(article.language) }, article.romanisedTitle.value),
          ...named('dc:creator', article.creators),
          ...inEach('dc:subject', (language) => article.keywords[language] ?? []),
          ...inEach('dc:subject', (language) => (article.subjects ?? []).map(({ term }) => term[language])),
          ...(article.subjects ?? []).map(({ uri }) => x('dc:subject', uri)),
          ...inEach('dc:description', (language) => [abstractOf(version, language)]),
          ...inEach('dc:description', (language) =>
            version.notices.map((notice) => sayNotice(notice, language, subject.edition.languages)),
          ),
          ...inLatin.map((names) => names && x('dc:description', { 'xml:lang': 'en' }, names)),
          ...inEach('dc:publisher', (language) => [edition.publisher[language]]),
          ...named('dc:contributor', others),
          x('dc:date', version.date),
          // DCMI Type Vocabulary.
          x('dc:type', 'Text'),
          x('dc:type', coar.uri),
          euRepo && x('dc:type', `info:eu-repo/semantics/${euRepo}`),
          x('dc:format', 'text/html'),
          ...texts.map(({ mediaType }) => x('dc:format', mediaType)),
          x('dc:identifier', addressOf(version.number)),
          doi.status === 'registered' ? x('dc:identifier', `https://doi.org/${doi.value}`) : undefined,
          // «The described resource may be derived from the related resource»: the version of record.
          record && x('dc:source', record.doi ? `https://doi.org/${record.doi.value}` : record.url),
          record && x('dc:source', { 'xml:lang': 'en' }, sayRecord(article)),
          // Of what a journal publishes here, «a related resource in which it is included» (isPartOf).
          record ? undefined : placed && x('dc:relation', { 'xml:lang': 'en' }, placed),
          x('dc:language', article.language),
          // Files of the same text (hasFormat).
          ...texts.map((file) => x('dc:relation', addressOfFile(subject, file))),
          record?.doi && x('dc:relation', record.url),
          older && x('dc:relation', addressOf(older.number)),
          latest && x('dc:relation', addressOf(latest.number)),
          ...version.notices.map(placeOf).map((place) => place && x('dc:relation', place)),
          // «A related resource that is included in the described resource» (hasPart).
          ...supplementsOf(version).map((file) => x('dc:relation', addressOfSupplement(subject, file))),
          ...(article.relations ?? []).map(addressOfRelation).map((address) => address && x('dc:relation', address)),
          ...inEach('dc:coverage', (language) => [
            ...(article.places ?? []).map(({ name }) => name[language]),
            ...(article.periods ?? []).map(({ name }) => name[language]),
          ]),
          ...(article.periods ?? []).map(yearsOf).map((years) => years && x('dc:coverage', years)),
          x('dc:rights', rights.uri),
          ...inEach('dc:rights', (language) => [
            rights.name[language],
            rights.note[language],
            copyrightLine(rights, language),
          ]),
          rights.statement && x('dc:rights', rights.statement.uri),
          access && x('dc:rights', access.euRepo),
          access && x('dc:rights', access.coar.uri),
        ],
      ),
    );
  },
};
