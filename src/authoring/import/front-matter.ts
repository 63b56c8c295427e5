/** The front matter of pandoc, JOSS, Quarto and MyST, and what pandoc reads of the head of other files. */
import { countryOf } from '../../edition/affiliations.ts';
import { type Credit, creditDegrees, creditRoles } from '../../edition/credit.ts';
import { licenceOf } from '../../edition/rights.ts';
import { type Author, type Front, inItsScript, nameOf, noFront, type StatedPlace } from './front.ts';
import { splitKeywords } from './structure.ts';
import { type Block, linesOf, type MetaValue, type Tree, wordsOf } from './tree.ts';

type Plain = string | boolean | readonly Plain[] | { readonly [name: string]: Plain };

/** Metadata as plain values. */
function plainOf(value: MetaValue): Plain {
  switch (value.t) {
    case 'MetaMap':
      return Object.fromEntries(Object.entries(value.c).map(([name, one]) => [name, plainOf(one)]));
    case 'MetaList':
      return value.c.map(plainOf);
    case 'MetaBool':
    case 'MetaString':
      return value.c;
    case 'MetaInlines':
      return wordsOf(value.c).replace(/\s+/g, ' ').trim();
    case 'MetaBlocks':
      return linesOf(value.c).join(' ').replace(/\s+/g, ' ').trim();
  }
}

type Fields = { readonly [name: string]: Plain };
const isFields = (value: Plain | undefined): value is Fields =>
  typeof value === 'object' && !Array.isArray(value) && value !== null;
const text = (value: Plain | undefined): string | undefined => {
  if (typeof value === 'string') return value.trim() || undefined;
  return isFields(value) ? text(value['name'] ?? value['text'] ?? value['id']) : undefined;
};
const list = (value: Plain | undefined): readonly Plain[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? (value as readonly Plain[]) : [value];

/** Affiliations by the number or the id under which authors name them. */
function affiliationsOf(meta: Fields): ReadonlyMap<string, StatedPlace> {
  const named = list(meta['affiliations'] ?? meta['affiliation']).flatMap((one, index): [string, StatedPlace][] => {
    const place = placeOf(one);
    if (place === undefined) return [];
    const ids = isFields(one) ? [text(one['index']), text(one['id'])] : [];
    return [...ids, `${index + 1}`].flatMap((id) => (id === undefined ? [] : [[id, place] as [string, StatedPlace]]));
  });
  return new Map(named.reverse());
}

/** `Department, University, Town, Country`, and the same in parts where more than a name is said. */
function placeOf(value: Plain): StatedPlace | undefined {
  const words = isFields(value) ? undefined : text(value);
  if (words !== undefined) return { words };
  if (!isFields(value)) return undefined;
  const field = (name: string) => text(value[name]);
  const said = ['department', 'name', 'institution', 'city', 'region', 'state', 'country']
    .map(field)
    .filter((part) => part !== undefined);
  if (said.length === 0) return undefined;
  const place = { words: [...new Set(said)].join(', ') };
  const [institution, department, city, country] = [
    field('institution') ?? field('name'),
    field('department'),
    field('city'),
    field('country'),
  ];
  const ror = /0[a-z0-9]{6}\d{2}$/.exec(field('ror') ?? '')?.[0];
  const code = country === undefined ? undefined : countryOf(country);
  // A region has no place in parts, and a country none but by its code.
  const isWhole = field('region') === undefined && field('state') === undefined && (country === undefined || code);
  if (institution === undefined || !isWhole || said.length + (ror === undefined ? 0 : 1) < 2) return place;
  const parts = { institution, department, city, country: code, ror: ror && `https://ror.org/${ror}` };
  return { ...place, parts };
}

/** Roles of CRediT by their names, with a degree where one is said: Quarto's `roles`. */
const creditsOf = (value: Plain | undefined): Credit[] =>
  list(value).flatMap((one): Credit[] => {
    const [name, degree] = isFields(one) ? (Object.entries(one)[0] ?? []) : [text(one)];
    const role = creditRoles.find(
      (known) =>
        known ===
        name
          ?.toLowerCase()
          .replace(/[^a-z]+/g, '-')
          .replace('-and-', '-'),
    );
    const stated = creditDegrees.find((known) => known === text(degree));
    return role ? [{ role, ...(stated ? { degree: stated } : {}) }] : [];
  });

function authorOf(value: Plain, known: ReadonlyMap<string, StatedPlace>): Author[] {
  const fields: Fields = isFields(value) ? value : { name: value };
  const name = fields['name'] ?? fields['author'];
  const parts = isFields(name) ? name : fields;
  const given = text(parts['given'] ?? parts['given-names'] ?? parts['first']);
  const family = text(parts['family'] ?? parts['surname'] ?? parts['last']);
  const literal = text(isFields(name) ? (name['literal'] ?? name['name']) : name);
  const read = family !== undefined ? { family, given } : literal === undefined ? undefined : nameOf(literal);
  if (read === undefined || read.family === '') return [];
  const attributes = isFields(fields['attributes']) ? fields['attributes'] : {};
  return [
    {
      ...inItsScript(read),
      orcid: /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(text(fields['orcid']) ?? '')?.[0],
      email: text(fields['email']),
      isCorresponding: [fields['corresponding'], attributes['corresponding']].some(
        (one) => one === true || one === 'true' || one === 'yes',
      ),
      affiliations: list(fields['affiliation'] ?? fields['affiliations'] ?? fields['institute']).flatMap((one) => {
        const reference = isFields(one) ? text(one['ref']) : undefined;
        if (reference !== undefined) return known.get(reference) ?? [];
        const said = isFields(one) ? '' : (text(one) ?? '');
        const named = [said, ...said.split(/\s*[,;]\s*/)].map((name) => known.get(name));
        if (named[0]) return named[0];
        const several = named.slice(1).filter((place) => place !== undefined);
        return said !== '' && several.length === named.length - 1 ? several : (placeOf(one) ?? []);
      }),
      roles: creditsOf(fields['roles'] ?? fields['role']),
      isEqual: [
        fields['equal-contrib'],
        fields['equal-contributor'],
        fields['equal_contributor'],
        attributes['equal-contributor'],
      ].some((one) => one === true || one === 'true'),
    },
  ];
}

/** What is read here, or says nothing of the article. */
const read = new Set(
  'title subtitle author authors affiliations affiliation institute keywords tags lang language license licence copyright doi journal citation bibliography abstract references csl date nocite link-citations documentclass format execute jupyter toc number-sections geometry output header-includes editor editor_options archive_prefix reference-section-title thanks classoption fontsize papersize mainfont suppress-bibliography crossref engine kernelspec jupytext'.split(
    ' ',
  ),
);

/** @returns what the head of a file states, and what of it has no place */
export function readFrontMatter({ meta }: Tree): Front {
  const fields = Object.fromEntries(Object.entries(meta).map(([name, value]) => [name, plainOf(value)]));
  const known = affiliationsOf(fields);
  const authors = list(fields['author'] ?? fields['authors']).flatMap((one) => authorOf(one, known));
  const subtitle = text(fields['subtitle']);
  const title = text(fields['title']);
  const licence = licenceIn(fields['license'] ?? fields['licence']);
  const citation = isFields(fields['citation']) ? fields['citation'] : {};
  const journal = text(fields['journal']) ?? text(citation['container-title']);
  const doi = /10\.\d{4,9}\/\S+/.exec(text(fields['doi']) ?? text(citation['doi']) ?? '')?.[0];
  const date = text(fields['date']);
  const left = Object.entries(fields).flatMap(([name, value]) => {
    if (read.has(name)) return [];
    const said = text(value);
    return said === undefined ? [name] : [`${name}: ${said}`];
  });
  return {
    ...noFront,
    language: text(fields['lang'] ?? fields['language']),
    titles: title === undefined ? [] : [subtitle === undefined ? title : `${title}: ${subtitle}`],
    authors,
    abstracts: abstractsIn(meta['abstract']),
    keywords: list(fields['keywords'] ?? fields['tags']).flatMap((one) => splitKeywords(text(one) ?? '')),
    licence: licence ?? text(fields['license'] ?? fields['licence']),
    journal:
      journal === undefined || journal === '' ? undefined : { name: journal, publisher: text(citation['publisher']) },
    published:
      doi === undefined
        ? undefined
        : {
            doi,
            volume: text(citation['volume']),
            issue: text(citation['issue']),
            year: /^\d{4}/.exec(text(citation['issued']) ?? '')?.[0],
          },
    style: text(fields['csl']),
    bibliographies: list(fields['bibliography']).flatMap((one) => text(one) ?? []),
    left: [
      ...left,
      ...(date === undefined || date === '' ? [] : [`date: ${date} (of what? write it under dates: or placement:)`]),
    ],
  };
}

/** The identifier of a licence that a head names, by itself or by its address. */
function licenceIn(value: Plain | undefined): string | undefined {
  const said = text(isFields(value) ? (value['content'] ?? value['id'] ?? value['text']) : value) ?? '';
  const [, kind, number] = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(said) ?? [];
  const id =
    kind === undefined
      ? said.replace(/^CC[ -]BY/i, 'CC-BY').replaceAll(' ', '-')
      : `CC-${kind.toUpperCase()}-${number}`;
  return licenceOf(id)?.id;
}

const abstractsIn = (value: MetaValue | undefined): (readonly Block[])[] => {
  if (value?.t === 'MetaBlocks') return [value.c];
  if (value?.t === 'MetaInlines') return [[{ t: 'Para', c: value.c }]];
  return value?.t === 'MetaList' ? value.c.flatMap(abstractsIn) : [];
};
