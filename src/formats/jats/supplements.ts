/** Supplementary files in JATS. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { fileAddress } from '../../edition/article-files.ts';
import type { VersionOf } from '../../edition/model.ts';
import { type SupplementaryFile, supplementsOf } from '../../edition/supplements.ts';
import { textIn, textsOf } from '../../text/languages.ts';

/**
 * `supplementary-material` of each file (https://jats4r.org/supplementary-materials/), by its address beside this one: its titles
 * and descriptions in every language, its licence, and its digest as an `object-id`.
 */
export const supplementaryMaterials = ({ article: { language }, version }: VersionOf): Element[] =>
  supplementsOf(version).map((file, index) => supplementaryMaterial(file, index + 1, language));

function supplementaryMaterial(file: SupplementaryFile, number: number, language: string): Element {
  const { name, title, description = {}, licence, mediaType, sha256 } = file;
  const [mimetype, subtype] = mediaType.split('/');
  const own = textIn(title, language);
  return x(
    'supplementary-material',
    { id: `file${number}`, 'xlink:href': fileAddress(name), mimetype, 'mime-subtype': subtype },
    x('object-id', { 'content-type': 'sha256' }, sha256),
    x(
      'caption',
      { 'xml:lang': own.language },
      x('title', own.value),
      textsOf(title)
        .filter((one) => one.language !== own.language)
        .map((one) => x('p', { 'content-type': 'title', 'xml:lang': one.language }, one.value)),
      textsOf(description).map((one) => x('p', { 'xml:lang': one.language }, one.value)),
    ),
    licence &&
      x('permissions', [
        x('license', { 'license-type': licence.id, 'xlink:href': licence.uri, 'xml:lang': 'en' }, [
          x('license-p', licence.name.en),
        ]),
      ]),
  );
}
