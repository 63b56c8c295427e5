/** The references to a version and to the version of record, as HTML. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { citePassage, type Passage } from '../citing/passage.ts';
import type { Citing, StyledReference } from '../citing/references.ts';
import { sayLanguage, wordsOf } from '../locales/index.ts';
import { directionOf, wordsLanguage } from '../text/languages.ts';
import { markLatin, markPersian } from './mixed.ts';
import { raw } from './raw.ts';

const markOther = (language: string, html: string): string =>
  directionOf(language) === 'ltr' ? markPersian(html) : markLatin(html);

function renderReferences(
  references: readonly StyledReference[],
  language: string,
  htmlOf: (reference: StyledReference) => string,
): ElementContent {
  return h(
    'dl',
    { className: ['styles'] },
    references.flatMap((reference) => [
      h('dt', reference.style.name[wordsLanguage(language)]),
      h('dd', { lang: reference.language, dir: directionOf(reference.language), dataStyle: reference.style.id }, [
        raw(markOther(reference.language, htmlOf(reference))),
      ]),
    ]),
  );
}

/** What stands in brackets in a text, in both scripts. */
function renderInText(
  citing: Citing,
  language: string,
  htmlOf: (reference: Citing['inText'][number]) => string,
): ElementContent {
  return h(
    'dl',
    { className: ['styles'] },
    citing.inText.flatMap((reference) => [
      h('dt', `${wordsOf(language).inTextReference} (${sayLanguage(reference.language, language)})`),
      h(
        'dd',
        { lang: reference.language, dir: directionOf(reference.language), dataStyle: `in-text-${reference.language}` },
        [raw(markOther(reference.language, htmlOf(reference)))],
      ),
    ]),
  );
}

/** The references to a version, or to the version of record, one a style. */
export const renderCiting = (citing: Citing, what: 'version' | 'record', language: string): ElementContent[] => [
  ...(what === 'version' ? [renderInText(citing, language, (reference) => reference.html)] : []),
  renderReferences(citing[what], language, (reference) => reference.html),
];

/** The references to one passage of a version. */
export const renderPassage = (
  citing: Citing,
  version: string,
  address: string,
  passage: Passage,
  language: string,
): ElementContent[] => {
  const cite = (reference: { html: string; language: string }) =>
    citePassage(reference.html, reference.language, version, address, passage);
  return [renderInText(citing, language, cite), renderReferences(citing.version, language, cite)];
};
