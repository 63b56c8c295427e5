/** What `/oai` answers, by OAI-PMH 2.0 and its schema. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Edition, subjectsOf } from '../../src/edition/model.ts';
import oai from '../../src/hosting/oai.ts';
import { identifierOf } from '../../src/site/oai/records.ts';
import { repositoryOf } from '../../src/site/oai/repository.ts';
import { needing } from '../helpers/installed.ts';
import { journal, publish } from '../helpers/oai.ts';
import { schemas } from '../helpers/schemas.ts';
import { found } from '../helpers/xml.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await journal();
});

const namespaces = { o: 'http://www.openarchives.org/OAI/2.0/', m: 'http://www.loc.gov/mods/v3' };
const at = (xml: string, xpath: string) => found(xml, xpath, namespaces);

/** Answers from the list alone: a record is a mark of its own. */
const ask = (query: string, of = edition) =>
  oai.respond(query, async (file) =>
    file === oai.listFile ? JSON.stringify(repositoryOf(of)) : `<?xml version="1.0"?>\n<a file="${file}"/>`,
  );

/** The identifiers of a whole list, page by page. */
async function harvest(query: string): Promise<{ identifiers: string[]; pages: number[] }> {
  const identifiers: string[] = [];
  const pages: number[] = [];
  for (let next = query; next !== ''; ) {
    const xml = await ask(next);
    const [verb] = next.split('&');
    const page = at(xml, '//o:header/o:identifier');
    identifiers.push(...page);
    pages.push(page.length);
    const [token = ''] = at(xml, '//o:resumptionToken');
    next = token === '' ? '' : `${verb}&resumptionToken=${encodeURIComponent(token)}`;
  }
  return { identifiers, pages };
}

test('200 records come in four pages, each once, of every days and sets that are asked for', async () => {
  const { identifiers, pages } = await harvest('verb=ListRecords&metadataPrefix=oai_dc');
  expect(pages).toEqual([50, 50, 50, 50]);
  expect([...identifiers].sort()).toEqual(subjectsOf(edition).map(identifierOf).sort());
  const days = ['', '2020-01-01', '2021-02-14', '2022-12-31', '2024-01-01'];
  const sets = ['', 'issue:12-1', 'type:review-article', 'type:thesis'];
  for (const from of days)
    for (const until of days)
      for (const set of sets) {
        if (from !== '' && until !== '' && from > until) continue;
        const given = Object.entries({ from, until, set }).flatMap(([name, value]) =>
          value ? [`&${name}=${value}`] : [],
        );
        const { identifiers } = await harvest(`verb=ListIdentifiers&metadataPrefix=mods${given.join('')}`);
        const right = subjectsOf(edition).filter(
          ({ version }) =>
            (from === '' || version.date >= from) &&
            (until === '' || version.date <= until) &&
            (set === '' ||
              set === `issue:12-${version.metadata.record?.issue?.value}` ||
              set === `type:${version.metadata.type}`),
        );
        expect(identifiers, `${from}–${until} ${set}`).toHaveLength(right.length);
        expect(new Set(identifiers), `${from}–${until} ${set}`).toEqual(new Set(right.map(identifierOf)));
      }
});

test('a record asked for by its identifier and format is that record in that format', async () => {
  const folder = await publish({
    ...edition,
    articles: edition.articles.map((article) => ({ ...article, versions: article.versions.slice(0, 3) })),
  });
  const read = (file: string) => readFile(path.join(folder, file), 'utf8');
  const xml = await oai.respond('verb=GetRecord&identifier=oai:trial.example:a-tale/1.0.2&metadataPrefix=mods', read);
  expect(at(xml, '//o:record/o:header/o:identifier')).toEqual(['oai:trial.example:a-tale/1.0.2']);
  expect(at(xml, '//o:record/o:header/o:setSpec')).toEqual(['issue:12-3', 'type:data-article']);
  expect(at(xml, '//o:metadata/m:mods//m:title')[0]).toBe('a-tale');
});

test.each([
  ['', 'badVerb'],
  ['verb=', 'badVerb'],
  ['verb=Destroy', 'badVerb'],
  ['verb=toString', 'badVerb'],
  ['verb=Identify&verb=Identify', 'badVerb'],
  ['verb=Identify&from=2020-01-01', 'badArgument'],
  ['verb=ListRecords', 'badArgument'],
  ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=mods', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2020-13-01', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-30', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&until=2020-01-01T00:00:00Z', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2021-01-01&until=2020-01-01', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&set=%E0%A4%A', 'badArgument'],
  ['verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=marc99', 'cannotDisseminateFormat'],
  ['verb=GetRecord&identifier=oai:trial.example:a-tale/1.0.1&metadataPrefix=%3Cb%3E', 'cannotDisseminateFormat'],
  ['verb=GetRecord&identifier=nobody&metadataPrefix=oai_dc', 'idDoesNotExist'],
  ['verb=ListMetadataFormats&identifier=nobody', 'idDoesNotExist'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2031-01-01', 'noRecordsMatch'],
  ['verb=ListRecords&metadataPrefix=oai_dc&set=issue', 'noRecordsMatch'],
  ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
  ['verb=ListRecords&resumptionToken=made-up', 'badResumptionToken'],
  ['verb=ListRecords&resumptionToken=oai_dc,,,,50,00000000', 'badResumptionToken'],
])('«%s» is answered by %s', async (query, code) => {
  const xml = await ask(query);
  expect(at(xml, '//o:error/@code')).toEqual([code]);
  // A wrong request is not repeated (section 3.2).
  const echoed = at(xml, '//o:request/@*').length > 0;
  expect(echoed).toBe(code !== 'badVerb' && code !== 'badArgument');
});

test('a token is of one state of the edition: not of a later one, nor of another place in the list', async () => {
  const xml = await ask('verb=ListRecords&metadataPrefix=oai_dc');
  const [token = ''] = at(xml, '//o:resumptionToken');
  const again = (changed: string, of = edition) =>
    ask(`verb=ListRecords&resumptionToken=${encodeURIComponent(changed)}`, of).then((text) =>
      at(text, '//o:error/@code'),
    );
  expect(await again(token)).toEqual([]);
  expect(await again(token.replace(',50,', ',51,'))).toEqual(['badResumptionToken']);
  expect(await again(token.replace(',50,', ',200,'))).toEqual(['badResumptionToken']);
  expect(await again(token.replace(',50,', ',-50,'))).toEqual(['badResumptionToken']);
  expect(await again(token.replace('oai_dc,', 'marc99,'))).toEqual(['badResumptionToken']);
  for (const made of ['oai_dc,someday,,,50', 'oai_dc,,someday,,50', 'oai_dc,,2020-02-30,,50', 'oai_dc,,,issue:9-9,50'])
    expect(await again(token.replace('oai_dc,,,,50', made)), made).toEqual(['badResumptionToken']);
  const [article] = edition.articles;
  if (!article) throw new Error('no article');
  const later = { ...edition, articles: [{ ...article, versions: article.versions.slice(1) }] };
  expect(await again(token, later)).toEqual(['badResumptionToken']);
});

test('an edition of no issue and no type has no sets', async () => {
  const [article] = edition.articles;
  const [version] = article?.versions ?? [];
  if (!article || !version) throw new Error('no article');
  const { type: _, ...metadata } = version.metadata;
  const plain = { ...version, metadata: { ...metadata, record: { url: 'https://journal.example/1' } } };
  const bare = { ...edition, articles: [{ ...article, versions: [plain] }] };
  expect(at(await ask('verb=ListSets', bare), '//o:error/@code')).toEqual(['noSetHierarchy']);
  expect(at(await ask('verb=ListSets'), '//o:setSpec')).toEqual([
    'issue:12-1',
    'issue:12-2',
    'issue:12-3',
    'issue:12-4',
    'type:data-article',
    'type:research-article',
    'type:review-article',
  ]);
});

test('the set of an issue that the edition describes has the articles that it lists, in every version, and no others', async () => {
  const [article] = edition.articles;
  if (!article) throw new Error('no article');
  const named = (slug: string) => ({ ...article, slug, versions: article.versions.slice(0, 4) });
  const described = {
    ...edition,
    articles: [named('listed'), named('stated')],
    issues: [
      { id: 'ports', date: '2024', title: { en: 'Ports & tides' }, volume: '12', number: '9', articles: ['listed'] },
      { id: '12-1', volume: '12', number: '1', articles: [] },
    ],
  };
  const listOf = async (xpath: string, query: string) => at(await ask(query, described), xpath);
  const sets = (await listOf('//o:setSpec', 'verb=ListSets')).filter((spec) => spec.startsWith('issue:'));
  // What states that it is in 12-1 is not listed there.
  expect(sets).toEqual(['issue:12-2', 'issue:12-3', 'issue:12-4', 'issue:ports']);
  expect(await listOf('//o:set[o:setSpec="issue:ports"]/o:setName', 'verb=ListSets')).toEqual([
    'Volume 12, Issue 9 (2024): Ports & tides',
  ]);
  const headers = '//o:header/o:identifier';
  const list = 'verb=ListIdentifiers&metadataPrefix=oai_dc&set=';
  expect(await listOf(headers, `${list}issue:ports`)).toEqual(
    [0, 1, 2, 3].map((number) => `oai:trial.example:listed/1.0.${number}`),
  );
  expect(await listOf(headers, `${list}issue:12-2`)).toEqual(['oai:trial.example:stated/1.0.1']);
});

describe('every kind of answer', needing(schemas.oai), () => {
  test('is valid by the schema of the protocol', async () => {
    // What stands in a record is held against the schemas of the formats by their own tests.
    const wrapper = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:any">
      <import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="OAI-PMH.xsd"/>
      <import namespace="http://www.openarchives.org/OAI/2.0/oai-identifier" schemaLocation="oai-identifier.xsd"/>
      <element name="any"/>
    </schema>`;
    xmlRegisterFsInputProviders();
    using schema = XmlDocument.fromString(wrapper, { url: path.join(path.dirname(schemas.oai.entry), 'wrapper.xsd') });
    using validator = XsdValidator.fromDoc(schema);
    for (const query of [
      'verb=Identify',
      'verb=ListMetadataFormats',
      'verb=ListSets',
      'verb=ListIdentifiers&metadataPrefix=oai_dc',
      'verb=ListRecords&metadataPrefix=mods&set=type:data-article',
      'verb=GetRecord&identifier=oai:trial.example:a-tale/1.0.7&metadataPrefix=jats',
      'verb=Destroy',
      'verb=ListRecords&metadataPrefix=oai_dc&from=yesterday',
    ]) {
      using answer = XmlDocument.fromString(
        (await ask(query)).replace(/<metadata>.*?<\/metadata>/g, '<metadata><any xmlns="urn:any"/></metadata>'),
      );
      expect(() => validator.validate(answer), query).not.toThrow();
    }
  });
});
