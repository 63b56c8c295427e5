import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { articleCard, type Card, cardSize, editionCard } from '../cards/card.ts';
import { drawCard, toPng } from '../cards/draw.ts';
import { cards } from '../edition/addresses.ts';
import type { Edition } from '../edition/model.ts';
import { languages } from '../text/languages.ts';

/**
 * Writes the sharing images of the edition and of every version, in each language. An older version keeps its own, so that
 * its number and date are true wherever its address is shared.
 */
export async function writeCards(edition: Edition, folder: string): Promise<void> {
  const all = languages.flatMap((language): [string, Card][] => [
    [cards.edition(language), editionCard(edition, language)],
    ...edition.articles.flatMap((article) =>
      article.versions.map((version): [string, Card] => [
        cards.version(article.slug, version.number, language),
        articleCard(edition, article, version, language),
      ]),
    ),
  ]);
  for (const [file, card] of all) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, await toPng((await drawCard(card)).svg, cardSize.width));
  }
}
