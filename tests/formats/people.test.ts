/** Persons and organisations that made an article, in each export that has a place for them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { citingOf } from '../../src/citing/references.ts';
import type { Subject } from '../../src/edition/model.ts';
import { epub } from '../../src/formats/epub/index.ts';
import { renderFacts } from '../../src/html/facts.ts';
import { renderOwnPage } from '../../src/html/own-page.ts';
import { html } from '../../src/html/serialize.ts';
import { roCrate } from '../../src/site/ro-crate.ts';
import { textsOf } from '../helpers/epub.ts';
import { editors, everyone, exportOf, found, inJournal, others, readArticle, statements } from '../helpers/records.ts';

const ror = 'https://ror.org/05dxps055';

let subject: Subject;
let persian: Subject;
beforeAll(async () => {
  subject = await readArticle(`language: en\n${inJournal}${everyone}`);
  persian = await readArticle(`language: fa\n${inJournal}${everyone}`);
});

const marc = (tag: string, code: string, of = subject) =>
  found('marc.xml', of, `//marc:datafield[@tag="${tag}"]/marc:subfield[@code="${code}"]`);

describe('an organisation is no person', () => {
  test('in JATS it is a collab, in both scripts', async () => {
    const contrib = '//contrib[collab-alternatives]';
    expect(await found('jats.xml', persian, `${contrib}/collab-alternatives/collab`)).toEqual([
      'انجمن بندرها',
      'Society of Harbours',
    ]);
    expect(await found('jats.xml', subject, `${contrib}/contrib-id[@contrib-id-type="ror"]`)).toEqual([ror]);
    expect(await found('jats.xml', subject, `${contrib}//name`)).toEqual([]);
  });

  test('in DataCite its name is organizational and has no parts', async () => {
    const creator = '//d:creator[d:creatorName/@nameType="Organizational"]';
    expect(await found('datacite.xml', subject, `${creator}/d:creatorName`)).toEqual(['Society of Harbours']);
    expect(await found('datacite.xml', subject, `${creator}/d:familyName`)).toEqual([]);
    expect(await found('datacite.xml', subject, `${creator}/d:nameIdentifier[@nameIdentifierScheme="ROR"]`)).toEqual([
      ror,
    ]);
  });

  test('in Crossref it is an organization', async () => {
    expect(await found('crossref.xml', persian, '//*[local-name()="organization"]')).toEqual(['انجمن بندرها']);
    expect(await found('crossref.xml', persian, '//*[local-name()="organization"]/@sequence')).toEqual(['additional']);
  });

  test('in MARC it has a corporate name, in both scripts', async () => {
    expect(await marc('710', 'a')).toEqual(['Society of Harbours']);
    expect(await marc('710', '1')).toContain(ror);
    expect(await marc('880', 'a', persian)).toContain('انجمن بندرها');
    const alone = await readArticle(`${inJournal}creators:\n  - organisation: { fa: انجمن, en: Society }\n`);
    expect(await marc('110', 'a', alone)).toEqual(['Society']);
    expect(await marc('100', 'a', alone)).toEqual([]);
  });

  test('in TEI, MODS and schema.org too', async () => {
    expect(await found('tei.xml', persian, '//tei:titleStmt/tei:author/tei:orgName')).toEqual([
      'انجمن بندرها',
      'Society of Harbours',
    ]);
    expect(await found('tei.xml', subject, '//tei:titleStmt/tei:author/tei:idno[@type="ROR"]')).toEqual(['05dxps055']);
    expect(await found('mods.xml', subject, '/m:mods/m:name[@type="corporate"]/m:namePart')).toEqual([
      'Society of Harbours',
    ]);
    const [person, organisation] = JSON.parse(await exportOf('jsonld', subject)).author;
    expect(person).toMatchObject({ '@type': 'Person', honorificSuffix: expect.anything() });
    expect(organisation).toMatchObject({ '@type': 'Organization', '@id': ror });
    expect(organisation).not.toHaveProperty('familyName');
    expect(roCrate(subject.edition, [])['@graph']).toContainEqual(
      expect.objectContaining({ '@id': ror, '@type': 'Organization', name: 'Society of Harbours' }),
    );
  });

  test('in files for reference managers its name is one piece', async () => {
    const [item] = JSON.parse(await exportOf('csl.json', subject));
    expect(item.author).toEqual([
      { family: 'Writer', given: 'Ann', suffix: 'Jr.' },
      { literal: 'Society of Harbours' },
    ]);
    expect(await exportOf('bib', subject)).toContain('author = {Writer, Jr., Ann and {Society of Harbours}}');
    expect(await exportOf('biblatex.bib', subject)).toContain('author = {Writer, Jr., Ann and {Society of Harbours}}');
    expect(await exportOf('ris', subject)).toMatch(/^AU {2}- Writer, Ann, Jr\.\r\nAU {2}- Society of Harbours,\r$/m);
  });

  test('in a book it is filed under its name', async () => {
    const opf = textsOf((await epub.write(subject)) as Uint8Array).get('EPUB/package.opf') ?? '';
    expect(opf).toContain('>Writer, Ann, Jr.</meta>');
    expect(opf).toMatch(/file-as"[^>]*>Society of Harbours<\/meta>/);
  });
});

test('a suffix stands behind the name in each standard', async () => {
  expect(await found('jats.xml', subject, '//contrib//name[@xml:lang="en"]/suffix')).toEqual(['Jr.']);
  expect(await found('crossref.xml', subject, '//*[local-name()="person_name"]/*[local-name()="suffix"]')).toEqual([
    'Jr.',
  ]);
  expect(await marc('100', 'a')).toEqual(['Writer, Ann']);
  expect(await marc('100', 'c')).toEqual(['Jr.']);
  expect(await found('mods.xml', subject, '/m:mods/m:name/m:namePart[@type="termsOfAddress"]')).toEqual(['Jr.']);
  expect(await found('tei.xml', subject, '//tei:titleStmt/tei:author/tei:persName/tei:genName')).toContain('Jr.');
  expect(await found('datacite.xml', subject, '//d:creatorName')).toContain('Writer, Ann, Jr.');
  expect(await found('dc.xml', subject, '//dc:creator')).toContain('Writer, Ann, Jr.');
});

test('a text names the organisation whole', async () => {
  expect(await exportOf('txt', subject)).toContain('\nSociety of Harbours, ');
  expect(html(renderFacts(subject.article, 'en', ['fa', 'en']))).toContain('Society of Harbours');
});

describe('two places of work in parts', () => {
  const trials = 'Department of the Sea, University of Trials, Tehran, Iran';

  test('are institutions with their ROR in JATS, in both languages', async () => {
    const aff = '//aff-alternatives[@id="aff1"]/aff[@xml:lang="fa"]';
    expect(await found('jats.xml', persian, aff)).toEqual([
      'گروه دریا، دانشگاه آزمونhttps://ror.org/05dxps055، تهران، ایران',
    ]);
    expect(
      await found('jats.xml', persian, `${aff}/institution-wrap/institution-id[@institution-id-type="ror"]`),
    ).toEqual([ror]);
    expect(await found('jats.xml', persian, `${aff}/country/@country`)).toEqual(['IR']);
    expect(await found('jats.xml', subject, '//contrib[1]/xref[@ref-type="aff"]/@rid')).toEqual(['aff1', 'aff1-2']);
    expect(await found('jats.xml', subject, '//aff-alternatives[@id="aff1-2"]/aff')).toEqual([
      'Harbour Museum, United Kingdom',
    ]);
  });

  test('are institutions in parts in Crossref, and affiliations by their ROR in DataCite', async () => {
    const institution = '//*[local-name()="person_name"]//*[local-name()="institution"]';
    const part = (name: string) => found('crossref.xml', subject, `${institution}/*[local-name()="${name}"]`);
    expect(await part('institution_name')).toEqual(['University of Trials', 'دانشگاه آزمون', 'Harbour Museum']);
    expect(await part('institution_id')).toEqual([ror, ror]);
    expect(await part('institution_place')).toEqual(['Tehran, Iran', 'تهران، ایران', 'United Kingdom']);
    expect(await part('institution_department')).toEqual(['Department of the Sea', 'گروه دریا']);
    const affiliation = '//d:creator/d:affiliation';
    expect(await found('datacite.xml', subject, `${affiliation}[@affiliationIdentifierScheme="ROR"]`)).toEqual([
      trials,
      'گروه دریا، دانشگاه آزمون، تهران، ایران',
    ]);
    expect(await found('datacite.xml', subject, `${affiliation}/@affiliationIdentifier`)).toEqual([ror, ror]);
  });

  test('are organisations in TEI, schema.org and RO-Crate', async () => {
    const place = '//tei:titleStmt/tei:author/tei:affiliation[@xml:lang="en"]';
    expect(await found('tei.xml', subject, place)).toEqual([trials, 'Harbour Museum, United Kingdom']);
    expect(await found('tei.xml', subject, `${place}/tei:orgName/@ref`)).toEqual([ror]);
    expect(await found('tei.xml', subject, `${place}/tei:country/@key`)).toEqual(['IR', 'GB']);
    expect(JSON.parse(await exportOf('jsonld', subject)).author[0].affiliation).toMatchObject([
      {
        '@type': 'Organization',
        '@id': ror,
        department: { name: expect.arrayContaining([{ '@language': 'en', '@value': 'Department of the Sea' }]) },
        address: { addressCountry: 'IR' },
      },
      { name: [{ '@language': 'en', '@value': 'Harbour Museum' }] },
    ]);
    const graph = roCrate(subject.edition, [])['@graph'] as { '@id': string; affiliation?: unknown }[];
    expect(graph.find((one) => one['@id'] === 'https://orcid.org/0000-0002-1825-0097')?.affiliation).toEqual([
      { '@id': ror },
      { '@id': '#one-author-1-affiliation-2' },
    ]);
  });

  test('are said whole in MARC, MODS and texts, and each with how it is known among the facts', async () => {
    expect(await marc('100', 'u')).toEqual([`${trials}; Harbour Museum, United Kingdom`]);
    expect(await found('mods.xml', subject, '/m:mods/m:name/m:affiliation[@lang="eng"]')).toEqual([
      trials,
      'Harbour Museum, United Kingdom',
    ]);
    expect(await exportOf('txt', subject)).toContain(`\nAnn Writer Jr., ${trials}; Harbour Museum, United Kingdom, `);
    const facts = html(renderFacts(persian.article, 'fa', ['fa', 'en']));
    expect(facts.match(/نویسنده \(وابستگی\)|\(وابستگی/g)?.length ?? 0).toBe(2);
    expect(facts).toContain('به‌قرینه');
  });
});

test('what an author did is said by CRediT, with its degree, and that the shares are equal', async () => {
  const ideas = 'https://credit.niso.org/contributor-roles/conceptualization/';
  const words = 'https://credit.niso.org/contributor-roles/writing-review-editing/';
  const role = '//contrib[name-alternatives]/role[@vocab="credit"]';
  expect(await found('jats.xml', subject, role)).toEqual(['Conceptualization', 'Writing – review & editing']);
  expect(await found('jats.xml', subject, `${role}/@vocab-term-identifier`)).toEqual([ideas, words]);
  expect(await found('jats.xml', subject, `${role}/@degree-contribution`)).toEqual(['lead']);
  expect(await found('jats.xml', subject, '//contrib/@equal-contrib')).toEqual(['yes', 'yes']);
  const credit = '//*[local-name()="person_name"]/*[local-name()="role"][@vocab="credit"]/@type';
  expect(await found('crossref.xml', subject, credit)).toEqual(['conceptualization', 'writing-review-editing']);
  expect(await marc('100', '4')).toEqual(['aut', ideas, words]);
  expect(await marc('100', 'e')).toEqual(['author', 'conceptualization', 'writing – review & editing']);
  expect(await found('mods.xml', subject, '/m:mods/m:name[1]/m:role/m:roleTerm/@valueURI')).toEqual([ideas, words]);
  const statement = '//tei:titleStmt/tei:respStmt[tei:resp/@ref]';
  expect(await found('tei.xml', subject, `${statement}[tei:persName]/tei:resp/@ref`)).toEqual([ideas, words]);
  expect(await found('tei.xml', subject, `${statement}/tei:resp/@n`)).toEqual(['lead']);
  expect(JSON.parse(await exportOf('jsonld', subject)).contributor[0]).toMatchObject({
    '@type': 'Role',
    roleName: [ideas, words],
    contributor: { '@type': 'Person', '@id': 'https://orcid.org/0000-0002-1825-0097' },
  });
  expect(await exportOf('txt', subject)).toContain(
    'Contributed equally, Contribution: Conceptualization, Writing – review & editing (lead)\n',
  );
  expect(await exportOf('md', persian)).toContain('با سهم برابر، سهم در مقاله: طرح ایده، بازبینی و ویرایش متن (اصلی)');
});

describe('who took part beside the authors', () => {
  let translated: Subject;
  beforeAll(async () => {
    translated = await readArticle(`language: fa\n${inJournal}type: translation\n${everyone}${others}`, editors);
  });

  test('is a contributor of that kind in JATS, Crossref and DataCite, the editors of the edition too', async () => {
    const group = '//contrib-group[@content-type="contributors"]/contrib';
    expect(await found('jats.xml', translated, `${group}/@contrib-type`)).toEqual([
      'translator',
      'editor',
      'reviewer',
      'editor',
    ]);
    expect(await found('jats.xml', translated, `${group}[@specific-use="edition"]//surname`)).toEqual([
      'ویراستار',
      'Redactor',
    ]);
    expect(await found('jats.xml', translated, `${group}[1]/xref/@rid`)).toEqual(['affc1']);
    const crossref = '//*[local-name()="contributors"]/*';
    expect(await found('crossref.xml', translated, `${crossref}/@contributor_role`)).toEqual([
      'author',
      'author',
      'translator',
      'editor',
      'reviewer',
      'editor',
    ]);
    expect(await found('datacite.xml', translated, '//d:contributor/@contributorType')).toEqual([
      'Translator',
      'Editor',
      'Other',
      'Editor',
    ]);
    expect(await found('datacite.xml', translated, '//d:contributor/d:contributorName')).toEqual([
      'مترجم, مریم',
      'دبیر',
      'شورای داوری',
      'ویراستار, وحید',
    ]);
  });

  test('has a relator in MARC and MODS, a role in TEI, a property in schema.org', async () => {
    expect(await marc('700', 'a', translated)).toEqual(['Turner, Mary', 'Chief, Eve', 'Redactor, Vahid']);
    expect(await marc('700', '4', translated)).toEqual(['trl', 'edt', 'edt']);
    expect(
      await found('mods.xml', translated, '/m:mods/m:name/m:role/m:roleTerm[@type="code"][@authority="marcrelator"]'),
    ).toEqual(['aut', 'aut', 'trl', 'edt', 'ctb', 'edt']);
    expect(await found('tei.xml', translated, '//tei:titleStmt/tei:editor/@role')).toEqual([
      'translator',
      'editor',
      'reviewer',
    ]);
    const responsible = '//tei:titleStmt/tei:respStmt[@xml:id="editors"]';
    expect(await found('tei.xml', translated, `${responsible}/tei:persName/tei:surname`)).toEqual([
      'ویراستار',
      'Redactor',
    ]);
    const data = JSON.parse(await exportOf('jsonld', translated));
    expect(data.translator).toMatchObject([{ '@type': 'Person', affiliation: { '@type': 'Organization' } }]);
    expect(data.editor).toHaveLength(2);
    expect(data.contributor).toContainEqual(expect.objectContaining({ '@type': 'Role', roleName: 'reviewer' }));
    expect(await found('dc.xml', translated, '//dc:contributor')).toEqual([
      'مترجم, مریم',
      'دبیر',
      'شورای داوری',
      'ویراستار, وحید',
    ]);
    const inLatin = '//dc:description[starts-with(., "Contributors in Latin script: Turner, Mary (مریم مترجم); ")]';
    expect(await found('dc.xml', translated, inLatin)).toHaveLength(1);
  });

  test('is named in texts; a reference in each format names the translator', async () => {
    expect(await exportOf('txt', translated)).toContain(
      '\nمترجم: مریم مترجم، دانشگاه آزمون\nدبیر: دبیر\nداور: شورای داوری\n',
    );
    const [item] = JSON.parse(await exportOf('csl.json', translated));
    expect(item.translator).toEqual([{ family: 'مترجم', given: 'مریم' }]);
    expect(item).not.toHaveProperty('editor');
    expect(await exportOf('bib', translated)).toContain('translator = {مترجم, مریم}');
    expect(await exportOf('biblatex.bib', translated)).toContain('translator = {مترجم, مریم}');
    expect(await exportOf('ris', translated)).toMatch(/^A4 {2}- مترجم, مریم\r$/m);
    expect(await exportOf('enw', translated)).toMatch(/^%\? مترجم, مریم$/m);
    const apa = citingOf(translated).version.find(({ style }) => style.id === 'apa');
    // All styles are made at once: this reference shows the suffix and the organisation too.
    expect(apa?.html).toMatch(/^Writer, A\., Jr\. &#38; Society of Harbours\. .*M\. Turner, Trans\./);
    const page = html(renderFacts(translated.article, 'fa', ['fa', 'en']));
    expect(page).toContain('(مترجم)');
  });

  test('edits the edition, as its own page says', () => {
    const { edition } = translated;
    const to = () => '';
    expect(renderOwnPage('about', { edition, language: 'en', to, file: to })).toContain('Edited by Vahid Redactor.');
    expect(renderOwnPage('about', { edition, language: 'fa', to, file: to })).toContain('ویراستاری: وحید ویراستار.');
    const without = { ...edition, editors: undefined };
    expect(renderOwnPage('about', { edition: without, language: 'en', to, file: to })).not.toContain('Edited by');
  });

  test.each([
    [
      'contributors:\n  - { role: cook, name: { en: { family: A } } }\n',
      '',
      /contributors, entry 1, role: must be one of/,
    ],
    [
      'contributors:\n  - { role: editor, organisation: { en: B }, orcid: 0000-0002-1825-0097 }\n',
      '',
      /orcid: is of persons/,
    ],
    [
      '',
      'editors:\n  - { organisation: { en: B }, ror: 05dxps056 }\n',
      /editors, entry 1, ror: has a wrong check digit/,
    ],
    ['', 'editors:\n  - { name: { en: { given: B } } }\n', /editors, entry 1, name\.en\.family: is missing/],
  ])('%j%j is refused with what to write', async (said, ofEdition, what) => {
    const refused = readArticle(`language: en\n${inJournal}${said}`, ofEdition);
    await expect(refused).rejects.toMatchObject({
      faults: [{ what: expect.stringMatching(what), fix: expect.stringMatching(/^(?:write|of a person, write)/) }],
    });
  });
});

describe('money, interests and data', () => {
  let funded: Subject;
  beforeAll(async () => {
    funded = await readArticle(`language: en\n${inJournal}${statements}`);
  });
  const funderId = 'https://doi.org/10.13039/501100003968';

  test('the funders and their awards stand in the place that each standard has for them', async () => {
    const group = '//funding-group/award-group';
    expect(await found('jats.xml', funded, `${group}[1]/award-id`)).toEqual(['98-12', '99-1']);
    const id = `${group}[1]//institution-id`;
    expect(await found('jats.xml', funded, id)).toEqual([ror, '10.13039/501100003968']);
    expect(await found('jats.xml', funded, `${id}/@vocab-identifier`)).toEqual(['10.13039/open_funder_registry']);
    expect(await found('jats.xml', funded, `${group}[2]//institution`)).toEqual(['Harbour Museum']);
    expect(await found('jats.xml', funded, '//funding-statement')).toEqual([
      'Foundation of the Sea (98-12: Harbours; 99-1); Harbour Museum',
    ]);
    const assertion = (name: string) => found('crossref.xml', funded, `//fr:program//fr:assertion[@name="${name}"]`);
    expect(await assertion('ror')).toEqual([ror]);
    expect(await assertion('funder_name')).toEqual(['Harbour Museum']);
    expect(await assertion('award_number')).toEqual(['98-12', '99-1']);
    const reference = '//d:fundingReference';
    expect(await found('datacite.xml', funded, `${reference}/d:funderName`)).toEqual([
      'Foundation of the Sea',
      'Foundation of the Sea',
      'Harbour Museum',
    ]);
    expect(await found('datacite.xml', funded, `${reference}/d:funderIdentifier[@funderIdentifierType="ROR"]`)).toEqual(
      [ror, ror],
    );
    expect(await found('datacite.xml', funded, `${reference}/d:awardNumber/@awardURI`)).toEqual([
      'https://grants.example/98-12',
    ]);
    expect(await found('datacite.xml', funded, `${reference}/d:awardTitle`)).toEqual(['Harbours']);
    expect(JSON.parse(await exportOf('jsonld', funded)).funding).toMatchObject([
      { '@type': 'Grant', identifier: '98-12', funder: { '@type': 'Organization', '@id': ror, sameAs: [funderId] } },
      { identifier: '99-1' },
      { funder: { name: [{ '@language': 'en', '@value': 'Harbour Museum' }] } },
    ]);
    const funder = '//tei:titleStmt/tei:funder';
    expect(await found('tei.xml', funded, `${funder}/tei:orgName[@xml:lang="en"]`)).toEqual([
      'Foundation of the Sea',
      'Harbour Museum',
    ]);
    expect(await found('tei.xml', funded, `${funder}/tei:idno[@type="award"]`)).toEqual(['98-12', '99-1']);
    expect(await marc('536', 'a', funded)).toEqual(['Foundation of the Sea', 'Harbour Museum']);
    expect(await marc('536', 'c', funded)).toEqual(['98-12', '99-1']);
    expect(await found('marc.xml', funded, '//marc:datafield[@tag="710"][*="fnd"]/marc:subfield[@code="1"]')).toEqual([
      ror,
      funderId,
    ]);
    expect(await found('mods.xml', funded, '/m:mods/m:note[@type="funding"]')).toHaveLength(2);
  });

  test('a funder without a ROR goes to Crossref by name and Funder ID', async () => {
    const said = 'funding: [{ funder: { en: Foundation }, funderId: 10.13039/501100003968 }]\n';
    const only = await readArticle(`language: en\n${inJournal}${said}`);
    expect(await found('crossref.xml', only, '//fr:assertion[@name="funder_name"]/fr:assertion')).toEqual([funderId]);
    expect(await found('datacite.xml', only, '//d:funderIdentifier/@funderIdentifierType')).toEqual([
      'Crossref Funder ID',
    ]);
  });

  test('statements are a note and a section by JATS4R, and are read in every text', async () => {
    const conflicts = 'The authors have no conflicts of interest.';
    expect(await found('jats.xml', funded, '//author-notes/fn[@fn-type="coi-statement"]/p[not(@xml:lang)]')).toEqual([
      conflicts,
    ]);
    const section = '//back/sec[@sec-type="data-availability"]';
    expect(await found('jats.xml', funded, `${section}/title`)).toEqual(['Data availability']);
    expect(await found('jats.xml', funded, `${section}//ext-link/@xlink:href`)).toEqual(['https://data.example/1']);
    expect(await found('jats.xml', funded, `${section}//ext-link/@xlink:title`)).toEqual(['Data availability']);
    expect(await found('tei.xml', funded, '//tei:notesStmt/tei:note[@xml:lang="en"]')).toEqual([
      conflicts,
      'The data are open to all.',
    ]);
    expect(await found('datacite.xml', funded, '//d:description')).toContain(conflicts);
    expect(await marc('500', 'a', funded)).toContain(conflicts);
    expect(await found('mods.xml', funded, '/m:mods/m:note[@type="conflict of interest"][@lang="eng"]')).toEqual([
      conflicts,
    ]);
    for (const text of [await exportOf('txt', funded), await exportOf('md', funded)]) {
      expect(text).toContain('Funding: Foundation of the Sea (98-12: Harbours; 99-1); Harbour Museum');
      expect(text).toContain(`Conflicts of interest: ${conflicts}`);
      expect(text).toMatch(/Data availability: The data are open to all\. <?https:\/\/data\.example\/1/);
    }
    const page = html(renderFacts(funded.article, 'fa', ['fa', 'en']));
    expect(page).toContain('نویسندگان تعارض منافع ندارند.');
    expect(page).toContain('href="https://doi.org/10.13039/501100003968"');
    expect(page).toContain('حمایت مالی');
    // A hyphen between digits would turn the number round in a text from right to left.
    expect(page).toContain('<bdi dir="ltr">98-12</bdi>');
  });

  test.each([
    ['funding: [{ funder: { en: A }, ror: 05dxps056 }]', /funding, entry 1, ror: has a wrong check digit/],
    ['funding: [{ funder: { en: A }, funderId: "501100003968" }]', /funderId: must be a Crossref Funder ID/],
    ['funding: [{ funder: { fa: بنیاد } }]', /funding, entry 1, funder\.en: is missing/],
    ['conflictOfInterest: { fa: ندارند }', /conflictOfInterest\.value\.en: is missing/],
    ['dataAvailability: { en: Open, url: data }', /dataAvailability\.value\.url: must be an http or https address/],
  ])('%s is refused with what to write', async (said, what) => {
    await expect(readArticle(`language: en\n${inJournal}${said}\n`)).rejects.toMatchObject({
      faults: [{ what: expect.stringMatching(what), fix: expect.stringMatching(/^write/) }],
    });
  });
});

const by = (said: string, language = 'en') => `language: ${language}\n${inJournal}creators:\n  - ${said}\n`;

test.each([
  ['organisation: { en: { family: Society, given: Ann } }', /organisation\.en: must be the name as one text/],
  ['{ organisation: { en: Society }, name: { en: { family: A } } }', /name: cannot stand beside organisation/],
  ['{ organisation: { en: Society }, orcid: 0000-0002-1825-0097 }', /orcid: is of persons/],
  ['{ name: { en: { family: A } }, ror: 05dxps055 }', /ror: is of organisations/],
  ['{ organisation: { en: Society }, ror: 05dxps056 }', /ror: has a wrong check digit/],
  ['{ organisation: { en: Society }, ror: 05DXPS }', /ror: must be nine characters/],
  ['{ orcid: 0000-0002-1825-0097 }', /name: is missing/],
  [
    '{ name: { en: { family: A } }, affiliation: { en: Museum }, affiliations: [{ institution: { en: Museum } }] }',
    /affiliation: is said by affiliations already/,
  ],
  ['{ name: { en: { family: A } }, roles: [cooking] }', /roles, entry 1, role: must be one of conceptualization/],
  ['{ name: { en: { family: A } }, roles: [software, { role: software, degree: lead }] }', /roles: has one role twice/],
  ['{ name: { en: { family: A } }, equal: true }', /equal: is said of one author only/],
  ['{ name: { en: { family: A } }, affiliations: [{ institution: { fa: موزه } }] }', /institution\.en: is missing/],
  [
    '{ name: { en: { family: A } }, affiliations: [{ institution: { en: B }, country: Iran }] }',
    /country: must be the two/,
  ],
  [
    '{ name: { en: { family: A } }, affiliations: [{ institution: { en: B }, country: QX }] }',
    /country: is not the code/,
  ],
  [
    '{ name: { en: { family: A } }, affiliations: [{ institution: { en: B }, ror: 05dxps056 }] }',
    /affiliations, entry 1, ror: has a wrong check digit/,
  ],
])('%s is refused with what to write', async (said, what) => {
  const refused = (await readArticle(by(said)).catch((error: unknown) => error)) as {
    faults: { file: string; line: number; what: string; fix: string }[];
  };
  const fault = refused.faults.find((one) => what.test(one.what));
  expect(fault, JSON.stringify(refused.faults)).toMatchObject({ file: 'content/articles/one/article.yaml' });
  expect(fault?.line).toBeGreaterThan(7);
  expect(fault?.fix).toMatch(/^(?:write|of a person, write)/);
});

test('of an article in Persian an organisation has a Persian name too', async () => {
  await expect(readArticle(by('organisation: { en: Society }', 'fa'))).rejects.toMatchObject({
    faults: [{ what: 'creators, entry 1, organisation.fa: is missing', fix: expect.stringContaining('in Persian') }],
  });
});
