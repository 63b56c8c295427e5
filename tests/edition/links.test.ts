import { rm } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readBibtex } from '../../src/bibliography/bibtex-reader.ts';
import { writeCanonical } from '../../src/bibliography/load.ts';
import { linksBetween, withLinks } from '../../src/edition/links.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { readInputs } from '../../src/edition/reading/inputs.ts';
import { readLinks } from '../../src/edition/reading/links.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { renderText } from '../../src/html/body.ts';
import { makeEdition, soundFiles } from '../helpers/edition.ts';
import { writeNoticed, written } from '../helpers/notices.ts';

const guessed = `  printed = {آغاز},
  certainty = {partial},
  reasonfa = {حدس},
  reasonen = {A guess},
  seen = {own knowledge}`;

/** A bibliography of two works, one of which may be an article of the edition. */
const works = (identifier: string, certainty = '  certainty = {stated}') =>
  writeCanonical(
    readBibtex(
      `@article{other2020,
  author = {Other, Ann},
  title = {Of Nothing Here},
  journaltitle = {Elsewhere},
  date = {2020},
  doi = {10.9999/elsewhere},
  langid = {en},
  certainty = {stated}
}

@article{tale2024,
  author = {Writer, Ann},
  title = {A Tale of Two Notes},
  journaltitle = {Journal},
  date = {2024},
  ${identifier},
  langid = {en},
${certainty}
}
`,
      'works.bib',
    ).entries,
  );

const taleFacts = soundFiles['content/articles/a-tale/article.yaml'] as string;
const text = soundFiles['content/articles/yek-dastan/1.0.0.mdx'] as string;

/** The sound edition, whose Persian article cites two works, and whose English one has a DOI where it was published before. */
const citing = (bibliography: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
  makeEdition({
    'bibliography/yek-dastan.bib': bibliography,
    'content/articles/yek-dastan/1.0.0.mdx': text.replace('آغاز شد', '[آغاز](cite:tale2024) [شد](cite:other2020)'),
    'content/articles/a-tale/article.yaml': taleFacts.replace(
      'url: https://journal.example/1',
      'url: https://journal.example/1\n  doi: { value: 10.1234/Tale_(2024), certainty: certain, from: source }',
    ),
    ...more,
  });

async function linked(root: string) {
  const edition = await loadEdition(root);
  const slugs = edition.articles.map(({ slug }) => slug);
  const links = linksBetween(edition, edition.articles);
  // What a build finds before it reads the texts is what the articles themselves say.
  const { names } = await readInputs(root, slugs);
  expect(await readLinks(root, edition, names)).toEqual(links);
  return { links, articles: withLinks(edition.articles, links) };
}

const doiOfEdition = soundFiles['content/edition.yaml']?.replace(
  /^languages:/m,
  'contact: editors@trial.example\ndoi: { prefix: "10.4321", suffix: "trial-{slug}_{version}" }\nlanguages:',
) as string;

describe('an article that another one of the edition cites is linked with it both ways', () => {
  test.each([
    ['by its DOI, whatever the case of the letters', 'doi = {10.1234/tale_(2024)}', {}],
    ['by its address here', 'url = {https://trial.example/articles/a-tale/}', {}],
    ['by the English page of a version', 'url = {https://trial.example/en/articles/a-tale/1.0.0/#p1}', {}],
    ['by the DOI of a version here', 'doi = {10.4321/trial-a-tale_1.0.0}', { 'content/edition.yaml': doiOfEdition }],
    ['by the DOI of all versions here', 'doi = {10.4321/TRIAL-a-tale}', { 'content/edition.yaml': doiOfEdition }],
  ])('%s', async (_, identifier, more) => {
    const { articles } = await linked(await citing(works(identifier), more));
    const [tale, dastan] = articles;
    expect(dastan?.links).toEqual({ cites: [{ key: 'tale2024', slug: 'a-tale' }], citedBy: [], relatedBy: [] });
    expect(tale?.links?.cites).toEqual([]);
    expect(tale?.links?.citedBy.map(({ slug, titles }) => [slug, titles.fa?.value])).toEqual([
      ['yek-dastan', 'یک داستان'],
    ]);
  });
});

describe('an article that states what it is to another one of the edition is named there', () => {
  const related = (relation: string, more: Readonly<Record<string, string>> = {}) =>
    makeEdition({
      'content/articles/yek-dastan/article.yaml': `${soundFiles['content/articles/yek-dastan/article.yaml']}\n${relation}\n`,
      ...more,
    });

  test.each([
    ['translation-of', 'doi: 10.1234/tale_(2024)'],
    ['review-of', 'url: https://trial.example/en/articles/a-tale/1.0.0/'],
    ['preprint-of', 'url: https://trial.example/articles/a-tale/'],
    ['supplement', 'url: https://trial.example/articles/a-tale/'],
  ])('as its %s', async (kind, identifier) => {
    const { articles } = await linked(
      await related(`relations:\n  - { kind: ${kind}, ${identifier} }`, {
        'content/articles/a-tale/article.yaml': taleFacts.replace(
          'url: https://journal.example/1',
          'url: https://journal.example/1\n  doi: { value: 10.1234/Tale_(2024), certainty: certain, from: source }',
        ),
      }),
    );
    expect(articles[0]?.links?.relatedBy.map((one) => [one.kind, one.article.slug])).toEqual([[kind, 'yek-dastan']]);
    expect(articles[1]?.links).toBeUndefined();
  });

  test('as the notice that corrects it', async () => {
    const root = await writeNoticed(
      `notices:\n${written('correction', '2026-02-04', 'url: https://trial.example/articles/yek-dastan/')}`,
    );
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const { articles } = await linked(root);
    expect(articles.find(({ slug }) => slug === 'yek-dastan')?.links?.relatedBy).toMatchObject([
      { kind: 'correction', article: { slug: 'a-tale' } },
    ]);
  });

  test('but not a series, and not an article that is not there', async () => {
    const { links } = await linked(
      await related(
        'relations:\n  - { kind: series, url: https://trial.example/articles/a-tale/ }\n  - { kind: review-of, url: https://trial.example/articles/none/ }',
      ),
    );
    expect(links.size).toBe(0);
  });
});

describe('nothing is linked', () => {
  test.each([
    ['where the title alone is the same', works('volume = {1}')],
    ['where it is not sure that it is the work', works('doi = {10.1234/Tale_(2024)}', guessed)],
    ['where the address is of another site', works('url = {https://trial.example.org/articles/a-tale/}')],
    ['where there is no such article', works('url = {https://trial.example/articles/a-tale-of-none/}')],
    ['where an article cites itself', works('url = {https://trial.example/articles/yek-dastan/}')],
  ])('%s', async (_, bibliography) => {
    expect((await linked(await citing(bibliography))).links.size).toBe(0);
  });
});

test('the list of works leads to the article that is here, and to no other', async () => {
  const { articles } = await linked(await citing(works('doi = {10.1234/Tale_(2024)}')));
  const dastan = articles[1] as (typeof articles)[number];
  const subject = { article: dastan, version: latestVersion(dastan) };
  const rendered = renderText(subject, 'en', undefined, undefined, undefined, (slug) => `../${slug}/index.html`);
  expect(rendered.works.match(/<a class="in-edition"[^>]*>[^<]*<\/a>/g)).toEqual([
    '<a class="in-edition" href="../a-tale/index.html">Read it here</a>',
  ]);
});
