import { x } from 'xastscript';
import { termsOf } from '../../edition/article-types.ts';
import type { Format } from '../format.ts';
import { xmlDocument } from '../xml.ts';
import { jatsBack } from './back.ts';
import { jatsBody } from './body.ts';
import { jatsFront } from './front.ts';

/**
 * A version as JATS, the Journal Article Tag Suite 1.3 (ANSI/NISO Z39.96-2021), publishing tag set: the whole text. The
 * article of the file is this edition's version; the version of record is its `related-article`.
 */
export const jats: Format = {
  name: 'JATS',
  extension: 'jats.xml',
  mediaType: 'application/jats+xml',
  holdsText: true,
  write: (subject, _, texts = []) =>
    xmlDocument(
      x(
        'article',
        {
          'xmlns:xlink': 'http://www.w3.org/1999/xlink',
          'xmlns:ali': 'http://www.niso.org/schemas/ali/1.0/',
          'article-type': termsOf(subject.article).jats,
          'dtd-version': '1.3',
          'xml:lang': subject.article.language,
        },
        jatsFront(subject, texts),
        jatsBody(subject),
        jatsBack(subject),
      ),
    ),
};
