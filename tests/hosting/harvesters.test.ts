/** Harvesters that are not ours, at the servers that answer `/oai`. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { type Edition, type Subject, subjectsOf } from '../../src/edition/model.ts';
import type route from '../../src/hosting/oai.ts';
import { siteHandler } from '../../src/hosting/serve.ts';
import { identifierOf } from '../../src/site/oai/records.ts';
import { needing, program, type Requirement } from '../helpers/installed.ts';
import { nginxScript, startNginx } from '../helpers/nginx.ts';
import { journal, publish } from '../helpers/oai.ts';
import { python, pythonModule } from '../helpers/python.ts';

const run = promisify(execFile);

const sickle = `
import json, sys
from sickle import Sickle
harvester = Sickle(sys.argv[1])
print(harvester.Identify().repositoryName)
for record in harvester.ListRecords(metadataPrefix='oai_dc'):
    print(record.header.identifier)
for asked in json.loads(sys.argv[2]):
    print('--')
    for header in harvester.ListIdentifiers(metadataPrefix='mods', **asked):
        print(header.identifier)
print('--')
print(harvester.GetRecord(identifier='oai:trial.example:a-tale/1.0.7', metadataPrefix='mods').header.identifier)
`;

const httpOai = `
use HTTP::OAI;
use JSON::PP;
use HTTP::OAI::Metadata::OAI_DC;
binmode STDOUT, ':utf8';
# After Identify it would go on at the address that the repository states.
print HTTP::OAI::Harvester->new(baseURL => $ARGV[0])->Identify->repositoryName, "\\n";
my $harvester = HTTP::OAI::Harvester->new(baseURL => $ARGV[0]);
my $records = $harvester->ListRecords(metadataPrefix => 'oai_dc', handlers => { metadata => 'HTTP::OAI::Metadata::OAI_DC' },
  onRecord => sub { print shift->identifier, "\\n"; });
die $records->message unless $records->is_success;
for my $asked (@{ decode_json($ARGV[1]) }) {
  print "--\\n";
  # Without a function for each it keeps the last page alone.
  $harvester->ListIdentifiers(metadataPrefix => 'mods', %$asked, onRecord => sub { print shift->identifier, "\\n"; });
}
print "--\\n";
my $one = $harvester->GetRecord(identifier => 'oai:trial.example:a-tale/1.0.7', metadataPrefix => 'mods');
print $one->next->identifier, "\\n";
`;

const harvesters: readonly (readonly [
  name: string,
  requirement: Requirement,
  command: string,
  args: readonly string[],
])[] = [
  ['Sickle', pythonModule('sickle'), python, ['-c', sickle]],
  ['HTTP::OAI', program('perl', "Debian's libhttp-oai-perl", ['-MHTTP::OAI', '-e', '1']), 'perl', ['-e', httpOai]],
];

/** Every combination of what a list can be asked for, and whether it has a record. */
const combinations = ['', '2021-02-14'].flatMap((from) =>
  ['', '2022-12-31'].flatMap((until) =>
    ['', 'issue:12-2', 'type:review-article'].map((set) => ({
      asked: Object.fromEntries(Object.entries({ from, until, set }).filter(([, value]) => value !== '')),
      has: ({ version: { date, metadata } }: Subject) =>
        date >= from &&
        (until === '' || date <= until) &&
        ['', `issue:12-${metadata.record?.issue?.value}`, `type:${metadata.type}`].includes(set),
    })),
  ),
);

const base = '/journal/';

/** Listens on a free port of the loopback address as long as the test lasts. */
async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}oai`;
}

const hosts: readonly (readonly [
  name: string,
  requirement: Requirement,
  start: (edition: Edition) => Promise<string>,
])[] = [
  [
    'npm run serve',
    { isHere: true, missing: '' },
    async (edition) => listening(createServer(siteHandler(await publish(edition), base))),
  ],
  [
    'nginx',
    nginxScript,
    async (edition) => {
      const root = await publish(edition, base);
      const hosting = path.join(root, base, 'hosting');
      const started = await startNginx(path.join(root, 'nginx'), {
        root,
        maps: `js_path ${hosting}/;`,
        server: await readFile(path.join(hosting, 'nginx-oai.conf'), 'utf8'),
      });
      onTestFinished(() => void started.process.kill());
      return `${started.origin}${base}oai`;
    },
  ],
  [
    'a function of a host, with the web’s own requests',
    { isHere: true, missing: '' },
    async (edition) => {
      const folder = await publish(edition);
      const built: { default: typeof route } = await import(pathToFileURL(path.join(folder, 'hosting/oai.js')).href);
      const fetchFile = (file: string) => readFile(path.join(folder, file)).then((content) => new Response(content));
      return listening(
        createServer((request, response) => {
          void built.default
            .handle(new Request(`http://host.example${request.url}`), fetchFile)
            .then(async (answer) =>
              response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text()),
            );
        }),
      );
    },
  ],
];

for (const [host, hostNeeds, start] of hosts)
  test(
    `${host} answers tokens that are made up or of another build by the error of the protocol`,
    needing(hostNeeds),
    async () => {
      const { articles, ...edition } = await journal();
      // Two pages, with all that a token holds but the state of the edition.
      const some = articles.map((article) => ({ ...article, versions: article.versions.slice(0, 60) }));
      const address = await start({ ...edition, articles: some });
      const ask = async (query: string) => (await fetch(`${address}?verb=ListIdentifiers&${query}`)).text();
      const [, token = ''] = />([^<]+)<\/resumptionToken>/.exec(await ask('metadataPrefix=oai_dc')) ?? [];
      const codeOf = async (one: string) =>
        /<error code="(\w+)"/.exec(await ask(`resumptionToken=${encodeURIComponent(one)}`))?.[1];
      expect(token).toMatch(/^oai_dc,,,,50,[0-9a-f]{8}$/);
      expect(await codeOf(token)).toBeUndefined();
      for (const one of ['', 'made-up', '../../../etc/passwd', '<b>&"', token.replace(/\w+$/, '00000000')])
        expect(await codeOf(one), one).toBe('badResumptionToken');
    },
  );

for (const [host, hostNeeds, start] of hosts)
  for (const [name, requirement, command, args] of harvesters)
    test(
      `${name} harvests 200 records from ${host}, each once, of every days and sets`,
      needing(requirement, hostNeeds),
      async () => {
        const edition = await journal();
        const asked = JSON.stringify(combinations.map((one) => one.asked));
        const { stdout } = await run(command, [...args, await start(edition), asked]);
        const [records = [], ...lists] = stdout.split('--\n').map((part) => part.trim().split('\n'));
        const [repository, ...identifiers] = records;
        expect(repository).toContain(edition.name.en);
        const subjects = subjectsOf(edition);
        expect(identifiers).toHaveLength(200);
        expect([...identifiers].sort()).toEqual(subjects.map(identifierOf).sort());
        const one = lists.pop();
        expect(lists).toHaveLength(combinations.length);
        for (const [index, { asked, has }] of combinations.entries())
          expect(lists[index]?.sort(), JSON.stringify(asked)).toEqual(subjects.filter(has).map(identifierOf).sort());
        expect(one).toEqual(['oai:trial.example:a-tale/1.0.7']);
      },
    );
