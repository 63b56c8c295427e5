/** The supplementary files of a version, as a term and descriptions of the list of its facts. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Version } from '../edition/model.ts';
import { mediaTypeOfReceived } from '../edition/received.ts';
import { supplementsOf } from '../edition/supplements.ts';
import { sayFile } from '../locales/about.ts';
import { wordsOf } from '../locales/index.ts';
import { wordsLanguage } from '../text/languages.ts';
import { renderMixed, renderSaid } from './mixed.ts';

/** A file that is offered. */
interface Offered {
  readonly name: string;
  readonly mediaType: string | undefined;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Each file by its title, which leads to it, with its format and size, what it holds, its licence and its digest; last the manuscript
 * as received, where it is published.
 *
 * @param language the language of the page
 * @param addressOf the address of a file of the version, from the page: of one of the folder `files/`, or of the manuscript
 */
export function renderSupplements(
  { received, ...version }: Pick<Version, 'metadata' | 'files' | 'received'>,
  language: string,
  addressOf: (name: string, kind: 'file' | 'received') => string,
): ElementContent[] {
  const files = supplementsOf(version);
  const manuscript = received?.isPublished ? received : undefined;
  if (files.length === 0 && !manuscript) return [];
  const words = wordsOf(language);
  const link = (href: string, { mediaType }: Pick<Offered, 'mediaType'>, said: ElementContent[]) =>
    h('a', { href, type: mediaType, download: true }, said);
  const size = (file: Offered) => renderMixed(` (${sayFile(file, language)})`, language);
  const digest = ({ sha256 }: Offered) => [
    h('br'),
    h('small', { className: ['soft'] }, ['SHA-256: ', h('code', { dir: 'ltr' }, sha256)]),
  ];
  return [
    h('dt', { id: 'files' }, words.articleFiles),
    ...files.map(({ title, description, licence, ...file }) =>
      h('dd', [
        link(addressOf(file.name, 'file'), file, renderSaid(title, language)),
        ...size(file),
        ...(description ? [h('br'), ...renderSaid(description, language)] : []),
        ...(licence ? [h('br'), h('a', { href: licence.uri }, licence.name[wordsLanguage(language)])] : []),
        ...digest(file),
      ]),
    ),
    ...[manuscript].flatMap((one) => {
      if (!one) return [];
      const file = { ...one, mediaType: mediaTypeOfReceived(one.name)?.split(';')[0] };
      return h('dd', [
        link(addressOf(file.name, 'received'), file, renderMixed(words.receivedFile, language)),
        ...size(file),
        ...digest(file),
      ]);
    }),
  ];
}
