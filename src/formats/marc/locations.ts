/** 856: where it lies. */
import type { Subject } from '../../edition/model.ts';
import { accessTerms } from '../../edition/rights.ts';
import { addressOfSupplement, supplementsOf } from '../../edition/supplements.ts';
import { sayIn } from '../../text/languages.ts';
import type { TextFile } from '../format.ts';
import { addressOfFile } from '../full-text.ts';
import { addressOf } from './addresses.ts';
import { type Field, field } from './field.ts';

/** The page, the files of the text, those that belong to it, the version of record. */
export function locationFields(subject: Subject, texts: readonly TextFile[]): readonly Field[] {
  const {
    article: { record, rights },
    version,
  } = subject;
  const access = rights.access && accessTerms[rights.access];
  return [
    // 856 Electronic location: second indicator 0 the resource itself, 2 a related one, 3 a component part.
    field('856', '40', { 3: 'Page', u: addressOf(subject, version.number), q: 'text/html', 7: access?.marc }),
    ...texts.map((file) =>
      field('856', '40', {
        3: file.name,
        u: addressOfFile(subject, file),
        q: file.mediaType,
        s: file.bytes === undefined ? undefined : `${file.bytes} bytes`,
        7: access?.marc,
      }),
    ),
    ...supplementsOf(version).map((file) =>
      field('856', '43', {
        3: sayIn(file.title, 'en'),
        u: addressOfSupplement(subject, file),
        q: file.mediaType,
        s: `${file.bytes} bytes`,
        r: file.licence?.uri,
        z: file.description && sayIn(file.description, 'en'),
      }),
    ),
    ...(record ? [field('856', '42', { 3: 'Version of record', u: record.url })] : []),
  ];
}
