/** The references to a version and to the version of record, as HTML. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PastedForm } from '../citing/forms.ts';
import { citePassage, type Passage } from '../citing/passage.ts';
import type { Citing, StyledReference } from '../citing/references.ts';
import { sayLanguage, wordsOf } from '../locales/index.ts';
import { escapeXml } from '../text/escape.ts';
import { directionOf, wordsLanguage } from '../text/languages.ts';
import { markLatin, markRightToLeft } from './mixed.ts';
import { raw } from './raw.ts';

/** A reference with what stands in it in other letters marked: of the language of the article where that is written in them. */
const markOther = (language: string, html: string, own: string): string =>
  directionOf(language) === 'ltr' ? markRightToLeft(html, own) : markLatin(html);

/** A reference with the place of the day on which it is copied, which a script fills in. */
function withConsulted({ html, consulted }: StyledReference): string {
  if (consulted === undefined) return html;
  const place = `<span class="consulted" hidden data-form="${escapeXml(consulted.form)}"></span>`;
  return html.slice(0, consulted.at) + place + html.slice(consulted.at);
}

function renderReferences(
  references: readonly StyledReference[],
  { language: own }: Citing,
  language: string,
  htmlOf: (reference: StyledReference) => string,
): ElementContent {
  return h(
    'dl',
    { className: ['styles'] },
    references.flatMap((reference) => [
      h('dt', reference.style.name[wordsLanguage(language)]),
      h(
        'dd',
        {
          lang: reference.language,
          dir: directionOf(reference.language),
          dataStyle: reference.style.id,
          // Only a note names a passage; a list of works has the whole.
          dataPassage: reference.style.form === 'note' ? '' : undefined,
        },
        [raw(markOther(reference.language, htmlOf(reference), own))],
      ),
    ]),
  );
}

/** What stands in brackets in a text, in each script that is offered. */
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
        {
          lang: reference.language,
          dir: directionOf(reference.language),
          dataStyle: `in-text-${reference.language}`,
          dataPassage: '',
        },
        [raw(markOther(reference.language, htmlOf(reference), citing.language))],
      ),
    ]),
  );
}

/** The forms that are pasted elsewhere, letter for letter. */
const renderPasted = (forms: readonly PastedForm[], language: string): ElementContent =>
  h(
    'dl',
    { className: ['styles'] },
    forms.flatMap((form) => [
      h('dt', form.name[wordsLanguage(language)]),
      h('dd', { lang: form.language, dataStyle: form.id }, [h('code', { dir: 'auto' }, form.text)]),
    ]),
  );

/** The references to a version, or to the version of record, one a style, and the forms that are pasted. */
export const renderCiting = (citing: Citing, what: 'version' | 'record', language: string): ElementContent[] => [
  ...(what === 'version' ? [renderInText(citing, language, (reference) => reference.html)] : []),
  renderReferences(citing[what], citing, language, withConsulted),
  renderPasted(citing.pasted[what], language),
];

/** The references that name a passage: in a text, and in a note. */
export const renderPassage = (
  citing: Citing,
  version: string,
  address: string,
  passage: Passage,
  language: string,
): ElementContent[] => {
  const cite = (reference: { html: string; language: string }) =>
    citePassage(reference.html, reference.language, version, address, passage);
  const notes = citing.version.filter(({ style }) => style.form === 'note');
  return [renderInText(citing, language, cite), renderReferences(notes, citing, language, cite)];
};

/** The references to a version in a list of works, which name no passage. */
export const renderListed = (citing: Citing, language: string): ElementContent[] => [
  renderReferences(
    citing.version.filter(({ style }) => style.form !== 'note'),
    citing,
    language,
    withConsulted,
  ),
];
