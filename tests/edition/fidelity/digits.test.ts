import { expect, test } from 'vitest';
import { checkFidelity } from '../../../src/edition/fidelity/fidelity.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { makeEdition, soundFiles } from '../../helpers/edition.ts';

const article = 'content/articles/yek-dastan';

/** What the check says of a Persian article of one paragraph, given its source line and its text. */
async function faultsOf(source: string, text: string, profile: 'intact' | 'lost-letters' = 'intact') {
  const root = await makeEdition({
    [`${article}/source.txt`]: `آغاز\n${source}\n`,
    [`${article}/1.0.0.mdx`]: `## آغاز [](source:1)\n\n${text} [](source:2)\n`,
    [`${article}/article.yaml`]: soundFiles[`${article}/article.yaml`]?.replace(
      'profile: intact',
      `profile: ${profile}`,
    ) as string,
  });
  return checkFidelity(await loadEdition(root)).map(({ what }) => what);
}

test.each(['intact', 'lost-letters'] as const)(
  'in a source of profile %s a digit stands for itself',
  async (profile) => {
    // Every digit, each of the three ways to write it.
    for (const number of ['1023456789', '۱۰۲۳۴۵۶۷۸۹', '١٠٢٣٤٥٦٧٨٩']) {
      expect(await faultsOf(`در شمارۀ ${number} آمد`, `در شمارۀ ${number} آمد`, profile), number).toEqual([]);
      expect(await faultsOf(`در شمارۀ ${number} آمد`, 'در شمارۀ ۱۰۲۳۴۵۶۷۸۹ آمد', profile), number).toEqual([]);
    }
  },
);

test('another number of a sound source is a fault, in every kind of digits', async () => {
  for (const [year, other] of [
    ['1392', '۱۳۹۳'],
    ['۱۳۹۲', '۱۳۹۳'],
    ['١٣٩٢', '١٣٩٣'],
    ['۱۳۹۲', '1392'],
  ]) {
    const faults = await faultsOf(`در سال ${year} آمد`, `در سال ${other} آمد`);
    expect(faults.join('\n'), `${year} ${other}`).toContain(`the number ${other} has no number in the source`);
  }
});
