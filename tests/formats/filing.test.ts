import { describe, expect, test } from 'vitest';
import { marc } from '../../src/formats/marc/index.ts';
import { articleWith } from '../helpers/works.ts';
import { found } from '../helpers/xml.ts';

const namespaces = { m: 'http://www.loc.gov/MARC21/slim' };

/** How many characters of a title MARC passes over in filing: the second indicator of 245. */
async function passedOver(value: string, language: 'en' | 'fa' = 'en'): Promise<string[]> {
  const subject = await articleWith({});
  const titles = { [language]: { value, certainty: 'certain', from: 'source' } } as const;
  return found(
    String(await marc.write({ ...subject, article: { ...subject.article, language, titles } })),
    '//m:datafield[@tag="245"]/@ind2',
    namespaces,
  );
}

describe('MARC files a title', () => {
  test.each([
    ['The Concert of Powers', '4'],
    ['An Age of Tales', '3'],
    ['A Tale of Two Notes', '2'],
  ])('%s without its article and the space behind it', async (title, count) => {
    expect(await passedOver(title)).toEqual([count]);
  });

  test.each(['Concert of the Powers', 'Theatre and Tale', 'Another Tale', 'Atlas'])('%s whole', async (title) => {
    expect(await passedOver(title)).toEqual(['0']);
  });

  test('whole in a language that has no articles', async () => {
    expect(await passedOver('A یک داستان', 'fa')).toEqual(['0']);
  });
});
