import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { articleCard, type Card, cardSize, editionCard } from '../cards/card.ts';
import { drawCard, toPng } from '../cards/draw.ts';
import { cards } from '../edition/addresses.ts';
import { type Article, asReleased, type Edition } from '../edition/model.ts';

async function write(card: Card, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await toPng((await drawCard(card)).svg, cardSize.width));
}

/**
 * Writes the sharing images of every version of an article, in each language. An older version keeps its own, so that its
 * number, its date and its title are true wherever its address is shared.
 */
export async function writeCards(edition: Edition, article: Article, folder: string): Promise<void> {
  for (const version of article.versions) {
    for (const language of edition.languages) {
      const file = cards.version(article.slug, version.number, language);
      await write(articleCard(asReleased({ edition, article, version }), language), path.join(folder, file));
    }
  }
}

/** Writes the sharing image of the edition in each language. */
export async function writeEditionCards(edition: Edition, folder: string): Promise<void> {
  for (const language of edition.languages) {
    await write(editionCard(edition, language), path.join(folder, cards.edition(language)));
  }
}
