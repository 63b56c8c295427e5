import { expect, test } from 'vitest';
import { latestVersion } from '../../src/edition/model.ts';
import { formats } from '../../src/formats/index.ts';
import { harbour } from '../helpers/harbour.ts';

/** What no sentence has: a list that begins with its comma, two signs where one belongs, brackets around nothing. */
const slips = /[:(«“]\s*[,،;؛]|[,،]\s*[,،;؛.]|[;؛]\s*[,،;؛]|\(\s*\)|«\s*»|“\s*”|\s[,،]\s/g;

const textual = formats.filter(({ extension }) => !['pdf', 'epub'].includes(extension));

test.each(textual.map(({ extension }) => extension))(
  '%s has no sign too many in any of its sentences',
  async (extension) => {
    const edition = await harbour();
    const format = textual.find((one) => one.extension === extension);
    for (const article of edition.articles) {
      const file = String(await format?.write({ edition, article, version: latestVersion(article) }));
      // Without markup, and without what JSON and BibTeX have between their values.
      const text = file.replace(/<[^>]*>/g, '').replace(/[{}[\]"],?$/gm, '');
      const found = [...text.matchAll(slips)].map(({ index }) => text.slice(Math.max(0, index - 30), index + 20));
      expect(found, article.slug).toEqual([]);
    }
  },
);
