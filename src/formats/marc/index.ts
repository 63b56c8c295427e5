import { x } from 'xastscript';
import type { Subject } from '../../edition/model.ts';
import { lastChangeOf } from '../../edition/notices.ts';
import type { Format, TextFile } from '../format.ts';
import { xmlDocument } from '../xml.ts';
import { type Field, inOrder, linked } from './field.ts';
import { fixedData, leader, physical } from './fixed-fields.ts';
import { linkingFields } from './linking.ts';
import { locationFields } from './locations.ts';
import { nameFields } from './names.ts';
import { noteFields, termsFields } from './notes.ts';
import { numberFields } from './numbers.ts';
import { titleFields } from './titles.ts';
import { topicFields } from './topics.ts';

/** The data fields, block by block; {@link linked} sorts them. */
const fieldsOf = (subject: Subject, texts: readonly TextFile[]): readonly Field[] => [
  ...numberFields(subject),
  ...nameFields(subject),
  ...titleFields(subject),
  ...noteFields(subject),
  ...termsFields(subject),
  ...topicFields(subject.article),
  ...linkingFields(subject),
  ...locationFields(subject, texts),
];

/**
 * A version as MARC 21 (https://www.loc.gov/marc/bibliographic/) in MARCXML. Access points are romanised and linked to their
 * Persian forms; what is transcribed stays in the script of the article.
 */
export const marc: Format = {
  name: 'MARCXML',
  extension: 'marc.xml',
  mediaType: 'application/marcxml+xml',
  write(subject, _, texts = []) {
    const { article, version } = subject;
    const control = (tag: string, value: string) => x('controlfield', { tag }, value);
    return xmlDocument(
      x(
        'record',
        {
          xmlns: 'http://www.loc.gov/MARC21/slim',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          'xsi:schemaLocation':
            'http://www.loc.gov/MARC21/slim http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd',
          type: 'Bibliographic',
        },
        [
          x('leader', leader),
          control('001', `${article.slug}-${version.number}`),
          // 003: whose number 001 is. An edition has no code of an organisation; its host is its alone.
          control('003', new URL(subject.edition.site).hostname),
          control('005', `${lastChangeOf(version).replaceAll('-', '')}000000.0`),
          control('007', physical),
          control('008', fixedData(subject)),
          ...linked(fieldsOf(subject, texts)).map(({ tag, indicators, subfields }) =>
            x(
              'datafield',
              { tag, ind1: indicators[0], ind2: indicators[1] },
              inOrder(subfields).map(([code, value]) => x('subfield', { code }, value)),
            ),
          ),
        ],
      ),
    );
  },
};
