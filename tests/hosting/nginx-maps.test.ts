/** What the maps for nginx say of requests, by its rules for `map`, where no nginx is installed (nginx.test.ts asks one). */
import { describe, expect, test } from 'vitest';
import { publishedPart } from '../../src/edition/model.ts';
import { nginxMaps, nginxServer } from '../../src/hosting/nginx.ts';
import { harbour } from '../helpers/harbour.ts';

const edition = { ...publishedPart(await harbour()), site: 'https://library.example/estenad/' };
const [maps, server] = [nginxMaps(edition), nginxServer(edition)];

const unquoted = (text: string) => (text.startsWith('"') ? text.slice(1, -1).replace(/\\([\\"])/g, '$1') : text);

/** The maps: the variable that each makes, what it makes it from, and its rows (ngx_http_map_module). */
const readMaps = (text: string) =>
  [...text.matchAll(/^map (\S+) (\S+) \{\n(.*?)\n\}$/gms)].map(([, from = '', to = '', body = '']) => ({
    from,
    to,
    rows: body.split('\n').map((line) => {
      const [, pattern = '', value = ''] = /^ {4}("(?:[^"\\]|\\.)*"|\S+) ("(?:[^"\\]|\\.)*");$/.exec(line) ?? [];
      return { pattern: pattern === 'default' ? undefined : unquoted(pattern), value: unquoted(value) };
    }),
  }));
type Maps = ReturnType<typeof readMaps>;
const read = readMaps(maps);

/** A variable of a request: the row of that very text, else the first pattern that matches, else the default. */
function variableOf(variable: string, request: Readonly<Record<string, string>>, among: Maps = read): string {
  const map = among.find(({ to }) => to === variable);
  if (!map) return request[variable] ?? '';
  const from = variableOf(map.from, request, among);
  const filled = (text: string, groups: readonly (string | undefined)[] = []) =>
    text.replace(/\$(\d|\w+)/g, (_, name: string) =>
      /^\d$/.test(name) ? (groups[Number(name)] ?? '') : variableOf(`$${name}`, request, among),
    );
  const row = map.rows.find(({ pattern }) => pattern === from);
  if (row) return filled(row.value);
  for (const { pattern, value } of map.rows) {
    const [, star, text] = /^~(\*?)(.*)$/s.exec(pattern ?? '') ?? [];
    const groups = text === undefined ? null : new RegExp(text, star ? 'i' : '').exec(from);
    if (groups) return filled(value, groups);
  }
  return filled(map.rows.find(({ pattern }) => pattern === undefined)?.value ?? '');
}

const at = (path: string, accept = '', among: Maps = read) => {
  const request = { $uri: `/estenad/${path}`, $http_accept: accept };
  return (variable: string) => variableOf(`$estenad_${variable}`, request, among);
};

test('every variable of ours that the files use is made by one map', () => {
  const made = read.map(({ to }) => to);
  expect(new Set(made).size).toBe(made.length);
  const used = [...`${maps}${server}`.matchAll(/\$estenad_\w+/g)].map(([name]) => name);
  expect([...new Set(used)].sort()).toEqual([...made].sort());
});

describe('a page of a version', () => {
  test.each([
    ['articles/sea-routes/', 'sea-routes', '1.0.1'],
    ['en/articles/sea-routes/index.html', 'sea-routes', '1.0.1'],
    ['articles/sea-routes/1.0.0/', 'sea-routes', '1.0.0'],
    ['en/articles/harbour-lights/1.0.0/', 'harbour-lights', '1.0.0'],
  ])('%s is known, with its links, and varies with what is accepted', (path, slug, number) => {
    const value = at(path);
    expect([value('slug'), value('number'), value('vary')]).toEqual([slug, number, 'Accept']);
    const version = `https://library.example/estenad/articles/${slug}/${number}/`;
    expect(value('link')).toContain(`<${version}>; rel="cite-as"`);
    expect(value('link')).toContain(`<${version}${slug}.pdf>; rel="item"; type="application/pdf"`);
    expect(value('link')).toContain('<https://library.example/estenad/>; rel="collection"');
  });

  test.each(['', 'about/', 'articles/nowhere/', 'articles/sea-routes/9.9.9/', 'articles/sea-routes/changes/'])(
    '«%s» is none',
    (path) => {
      const value = at(path, 'application/pdf');
      expect([value('slug'), value('link'), value('vary'), value('negotiated')]).toEqual(['', '', '', '']);
    },
  );
});

test('a file of a version leads back to its page, by what the page says of it', () => {
  const page = '<https://library.example/estenad/articles/sea-routes/1.0.0/>';
  expect(at('articles/sea-routes/1.0.0/sea-routes.pdf')('link')).toBe(`${page}; rel="collection"; type="text/html"`);
  expect(at('articles/sea-routes/1.0.0/sea-routes.bib')('link')).toBe(`${page}; rel="describes"; type="text/html"`);
  expect(at('articles/sea-routes/1.0.0/other.pdf')('link')).toBe('');
});

test.each([
  ['', ''],
  ['text/html,application/xml;q=0.9', ''],
  ['application/pdf', 'pdf'],
  ['APPLICATION/PDF', 'pdf'],
  ['application/pdf;q=0.5, application/xhtml+xml', ''],
  ['text/html;q=0, application/pdf', 'pdf'],
  ['application/pdf;q=0', ''],
  ['application/pdf;q=0.0, application/epub+zip', 'epub'],
  ['application/epub+zip, application/pdf', 'epub'],
  ['image/png, application/epub+zip', 'epub'],
  ['application/pdfx', ''],
])('a client that accepts «%s» of a version is sent to its «%s»', (accept, extension) => {
  expect(at('articles/sea-routes/', accept)('negotiated')).toBe(extension);
});

test('what has its digest in its name is kept for ever, all else is asked for again; a policy is for pages', () => {
  for (const path of ['', 'index.html', 'articles/sea-routes/', 'robots.txt'])
    expect(at(path)('cache'), path).toBe('no-cache');
  expect(at('assets/Page.D1yHEO47.css')('cache')).toMatch(/max-age=31536000.*immutable/);
  for (const path of ['', 'index.html', 'articles/sea-routes/'])
    expect(at(path)('policy'), path).toContain('frame-ancestors');
  for (const path of ['robots.txt', 'icon.svg']) expect(at(path)('policy'), path).toBe('');
});

test('the server sends each of them, and answers what is not there with the page for it', () => {
  for (const line of [
    'location /estenad/ {',
    'index index.html;',
    'error_page 403 404 =404 /estenad/404.html;',
    'add_header Link "$estenad_link" always;',
    'add_header Link "<https://library.example/estenad/linkset.json>; rel=\\"linkset\\"; type=\\"application/linkset+json\\"" always;',
    'add_header Vary "$estenad_vary" always;',
    'add_header Content-Security-Policy "$estenad_policy" always;',
    'add_header Cache-Control $estenad_cache;',
    'return 303 /estenad/articles/$estenad_slug/$estenad_number/$estenad_slug.$estenad_negotiated;',
    'default_type application/octet-stream;',
    'location ~ [/.]pdf$ { default_type "application/pdf"; }',
    'location = /estenad {',
    'return 301 /estenad/;',
    'gzip_static on;',
    'gzip_vary on;',
    'absolute_redirect off;',
  ])
    expect(server.split('\n').map((one) => one.trim())).toContain(line);
  expect(nginxServer({ ...edition, site: 'https://library.example/' })).not.toContain('location = ');
});

test('of an older version that has an archive, they lead to that and to its text, and to no other file', () => {
  const few = readMaps(nginxMaps({ ...edition, versions: 'latest', formats: { 'mods.xml': 'off' } }));
  const [older, latest] = ['1.0.0', '1.0.1'].map((number) =>
    at(`articles/sea-routes/${number}/`, 'application/x-bibtex', few),
  );
  const filesIn = (links = '') => [...links.matchAll(/sea-routes\.([a-z.]+)>/g)].map(([, extension]) => extension);
  expect(filesIn(older?.('link'))).toEqual(['txt', 'zip']);
  expect(filesIn(latest?.('link'))).toContain('bib');
  expect(filesIn(latest?.('link'))).not.toContain('zip');
  expect(filesIn(latest?.('link'))).not.toContain('mods.xml');
  expect([older?.('negotiated'), latest?.('negotiated')]).toEqual(['', 'bib']);
  expect(at('articles/sea-routes/1.0.0/sea-routes.zip', '', few)('link')).toContain('rel="collection"');
  expect(at('articles/sea-routes/1.0.0/sea-routes.zip')('link')).toBe('');
});
