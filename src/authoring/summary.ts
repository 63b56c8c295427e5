/** What a version says of itself, as far as it can be counted: a person says why. */
import type { Article, Version } from '../edition/model.ts';
import { classOrder } from '../edition/versions/comparison.ts';
import { differencesBetween } from '../edition/versions/differences.ts';
import type { FieldDifference } from '../edition/versions/field-differences.ts';
import { changesStrings } from '../locales/index.ts';
import { sayPlace } from '../locales/places.ts';
import { directionOf, type Language, listComma } from '../text/languages.ts';

/** What a list of changes has in its order, after `changed`, whose classes say more. */
const otherKinds = ['moved', 'split', 'merged', 'added', 'removed'] as const;

/**
 * The summary that the differences of two versions give: each kind of change with the places that have it, each work and each
 * fact with the fields that differ. It names everything that differs, and nothing else.
 *
 * @param language of the interface
 * @returns a sentence; that nothing differs, where nothing does
 */
export function proposedSummary(article: Article, from: Version, to: Version, language: Language): string {
  const words = changesStrings[language];
  const { blocks, metadata, works } = differencesBetween(article, from, to);
  const comma = listComma(language);
  const list = (items: readonly string[]) => [...new Set(items)].join(comma);
  const placesOf = (found: typeof blocks) =>
    list(found.map((block) => sayPlace((block.to[0] ?? block.from[0]) as string, language)));
  // Of a file: `titles.en.value` is said as `titles.en`.
  const fieldsOf = (fields: readonly FieldDifference[]) =>
    list(fields.map(({ field }) => field.replace(/\.value$/, '')));
  const said = [
    ...classOrder.map((one) => [words.classes[one], placesOf(blocks.filter(({ classes }) => classes.includes(one)))]),
    ...otherKinds.map((kind) => [words.relations[kind], placesOf(blocks.filter((block) => block.kind === kind))]),
    [words.ofMetadata, fieldsOf(metadata)],
    [
      words.ofWorks,
      works
        .map(({ key, kind, fields }) =>
          kind === 'changed' ? `${key} (${fieldsOf(fields)})` : `${key} (${words.relations[kind]})`,
        )
        .join(comma),
    ],
  ].flatMap(([name, places]) => (places === '' ? [] : [`${name}: ${places}`]));
  const text = said.join(directionOf(language) === 'rtl' ? '؛ ' : '; ');
  return text === '' ? words.nothingDiffers : `${text}.`;
}
