/** 0XX: numbers and codes. */
import { doiOf } from '../../edition/doi.ts';
import type { Subject } from '../../edition/model.ts';
import { classOf } from '../../edition/subjects.ts';
import { iso639 } from '../../text/iso-639-2.ts';
import { abstractsIn } from './abstracts.ts';
import { addressOf } from './addresses.ts';
import { type Field, field } from './field.ts';

/** DOI and address, who catalogued it, languages (the MARC Code List is that of ISO 639-2/B), places, Dewey's class. */
export function numberFields(subject: Subject): readonly Field[] {
  const { edition, article, version } = subject;
  const doi = doiOf(subject);
  return [
    // 024 Other standard identifier: a DOI once it is registered, and the permanent address.
    ...(doi.status === 'registered' ? [field('024', '7 ', { a: doi.value, 2: 'doi' })] : []),
    field('024', '7 ', { a: addressOf(subject, version.number), 2: 'uri' }),
    // 040 Cataloguing source, in English by RDA: the name, since the edition has no MARC organisation code.
    field('040', '  ', { a: edition.publisher.en, b: 'eng', e: 'rda', c: edition.publisher.en }),
    // 041 Language: of the text, of the abstracts.
    field('041', '0 ', { a: iso639(article.language), b: abstractsIn(subject).map((one) => iso639(one.language)) }),
    // 043 Geographic areas: the codes of the places of which it treats, in one field.
    ...[(article.places ?? []).flatMap(({ gac }) => gac ?? [])]
      .filter((codes) => codes.length > 0)
      .map((codes) => field('043', '  ', { a: [...new Set(codes)] })),
    // 082 Dewey's class: its number, since the field has no subfield for its address; the editors, not the Library of Congress, gave it.
    ...(article.subjects ?? []).flatMap((term) => {
      const number = classOf(term);
      return number === undefined ? [] : [field('082', '04', { a: number })];
    }),
  ];
}
