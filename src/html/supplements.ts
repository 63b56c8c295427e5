/** The supplementary files of a version, as a term and descriptions of the list of its facts. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Version } from '../edition/model.ts';
import { supplementsOf } from '../edition/supplements.ts';
import { sayFile } from '../locales/about.ts';
import { wordsOf } from '../locales/index.ts';
import { wordsLanguage } from '../text/languages.ts';
import { renderMixed, renderSaid } from './mixed.ts';

/**
 * Each file by its title, which leads to it, with its format and size, what it holds, its licence and its digest.
 *
 * @param language the language of the page
 * @param addressOf the address of a file of the version, from the page
 */
export function renderSupplements(
  version: Pick<Version, 'metadata' | 'files'>,
  language: string,
  addressOf: (name: string) => string,
): ElementContent[] {
  const files = supplementsOf(version);
  if (files.length === 0) return [];
  return [
    h('dt', { id: 'files' }, wordsOf(language).articleFiles),
    ...files.map(({ title, description, licence, mediaType, sha256, ...file }) =>
      h('dd', [
        h('a', { href: addressOf(file.name), type: mediaType, download: true }, renderSaid(title, language)),
        ...renderMixed(` (${sayFile(file, language)})`, language),
        ...(description ? [h('br'), ...renderSaid(description, language)] : []),
        ...(licence ? [h('br'), h('a', { href: licence.uri }, licence.name[wordsLanguage(language)])] : []),
        h('br'),
        h('small', { className: ['soft'] }, ['SHA-256: ', h('code', { dir: 'ltr' }, sha256)]),
      ]),
    ),
  ];
}
