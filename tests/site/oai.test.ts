import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import type { Edition } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { staticRepository } from '../../src/site/oai/static.ts';
import { makeEdition } from '../helpers/edition.ts';
import { found } from '../helpers/xml.ts';

const namespaces = {
  r: 'http://www.openarchives.org/OAI/2.0/static-repository',
  o: 'http://www.openarchives.org/OAI/2.0/',
  i: 'http://www.openarchives.org/OAI/2.0/oai-identifier',
};

/** The small edition with the dates of its versions. */
async function dated(...dates: readonly (readonly string[])[]): Promise<Edition> {
  const edition = await loadEdition(await makeEdition());
  return {
    ...edition,
    articles: edition.articles.map((article, index) => ({
      ...article,
      versions: (dates[index] ?? []).map((date, number) => ({
        ...(article.versions[0] as (typeof article.versions)[0]),
        number: `1.0.${number}`,
        date,
      })),
    })),
  };
}

const asked = async (edition: Edition, xpath: string) =>
  found((await staticRepository(edition)) as string, xpath, namespaces);

test('the earliest date of all versions is the one from which harvesters ask, wherever it stands', async () => {
  const earliest = '//o:Identify/o:earliestDatestamp | //r:Identify/o:earliestDatestamp';
  expect(await asked(await dated(['2026-03-01', '2026-04-01'], ['2026-02-01']), earliest)).toEqual(['2026-02-01']);
  expect(await asked(await dated(['2026-01-09', '2026-04-01'], ['2026-02-01']), earliest)).toEqual(['2026-01-09']);
});

test('each version is a record in each format, with its own date', async () => {
  const edition = await dated(['2026-03-01', '2026-04-01'], ['2026-02-01']);
  const records = '//r:ListRecords[@metadataPrefix="oai_dc"]/o:record/o:header';
  expect(await asked(edition, `${records}/o:identifier`)).toEqual([
    'oai:trial.example:a-tale/1.0.0',
    'oai:trial.example:a-tale/1.0.1',
    'oai:trial.example:yek-dastan/1.0.0',
  ]);
  expect(await asked(edition, `${records}/o:datestamp`)).toEqual(['2026-03-01', '2026-04-01', '2026-02-01']);
  expect(await asked(edition, '//o:metadataPrefix')).toEqual(['oai_dc', 'mods', 'marc21', 'jats']);
  expect(await asked(edition, '//i:sampleIdentifier')).toEqual(['oai:trial.example:a-tale/1.0.0']);
});

test('what a record has is in the namespace that its format is said to have, and declares nothing before it', async () => {
  const text = (await staticRepository(await dated(['2026-03-01']))) as string;
  expect(text.match(/<!DOCTYPE|<\?xml/g)).toEqual(['<?xml']);
  const names = found(text, '//o:metadataFormat/o:metadataPrefix', namespaces);
  const spaces = found(text, '//o:metadataFormat/o:metadataNamespace', namespaces);
  expect(names).toHaveLength(4);
  using document = XmlDocument.fromString(text);
  for (const [index, name] of names.entries()) {
    const all = document.find(`//r:ListRecords[@metadataPrefix="${name}"]/o:record/o:metadata/*`, namespaces);
    expect(all, name).toHaveLength(1);
    expect((all[0] as XmlElement).namespaceUri, name).toBe(spaces[index]);
  }
});

test('mail goes to the contact of the edition, else to the address that every host has', async () => {
  const edition = await dated(['2026-03-01']);
  expect(await asked(edition, '//o:adminEmail')).toEqual(['postmaster@trial.example']);
  expect(await asked({ ...edition, contact: 'library@trial.example' }, '//o:adminEmail')).toEqual([
    'library@trial.example',
  ]);
});

test('more versions than 200 have no full text in it, and more than 5000 no such file', async () => {
  const days = (count: number) => Array<string>(count).fill('2026-03-01');
  expect(await asked(await dated(days(200)), '//o:metadataPrefix')).toContain('jats');
  expect(await asked(await dated(days(201)), '//o:metadataPrefix')).toEqual(['oai_dc', 'mods', 'marc21']);
  expect(await staticRepository(await dated(days(5001)))).toBeUndefined();
});
