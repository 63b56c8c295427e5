import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { articleCard, cardSize } from '../../src/cards/card.ts';
import { drawCard, toPng } from '../../src/cards/draw.ts';
import { type Article, latestVersion } from '../../src/edition/model.ts';
import { writeCards } from '../../src/site/cards.ts';
import { harbour } from '../helpers/harbour.ts';

test('the card of an older version shows the title that it was released with', async () => {
  const edition = await harbour();
  const [article] = edition.articles;
  if (!article) throw new Error('no article');
  const latest = latestVersion(article);
  const titles: Article['titles'] = { fa: { value: 'عنوان پیشین', certainty: 'certain', from: 'source' } };
  const former = { ...latest, number: '0.9.0', metadata: { ...latest.metadata, titles } } as typeof latest;
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-cards-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeCards(edition, { ...article, versions: [former, latest] }, folder);
  const card = articleCard({ edition, article: { ...article, titles }, version: former }, 'fa');
  expect(card).toMatchObject({ title: { text: 'عنوان پیشین' }, version: expect.stringContaining('۰.۹.۰') });
  const expected = await toPng((await drawCard(card)).svg, cardSize.width);
  expect(expected.equals(await readFile(path.join(folder, `cards/${article.slug}/0.9.0/fa.png`)))).toBe(true);
});
