/** Harvesters that are not ours, at the servers that answer `/oai`. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { type Edition, subjectsOf } from '../../src/edition/model.ts';
import type route from '../../src/hosting/oai.ts';
import { siteHandler } from '../../src/hosting/serve.ts';
import { identifierOf } from '../../src/site/oai/records.ts';
import { needing, program, type Requirement } from '../helpers/installed.ts';
import { nginxScript, startNginx } from '../helpers/nginx.ts';
import { journal, publish } from '../helpers/oai.ts';
import { python, pythonModule } from '../helpers/python.ts';

const run = promisify(execFile);

const sickle = `
import sys
from sickle import Sickle
harvester = Sickle(sys.argv[1])
print(harvester.Identify().repositoryName)
for record in harvester.ListRecords(metadataPrefix='oai_dc'):
    print(record.header.identifier)
print('--')
for header in harvester.ListIdentifiers(metadataPrefix='mods', set='issue:12-2', **{'from': '2021-01-01', 'until': '2022-12-31'}):
    print(header.identifier)
print('--')
print(harvester.GetRecord(identifier='oai:trial.example:a-tale/1.0.7', metadataPrefix='mods').header.identifier)
`;

const httpOai = `
use HTTP::OAI;
use HTTP::OAI::Metadata::OAI_DC;
binmode STDOUT, ':utf8';
# After Identify it would go on at the address that the repository states.
print HTTP::OAI::Harvester->new(baseURL => $ARGV[0])->Identify->repositoryName, "\\n";
my $harvester = HTTP::OAI::Harvester->new(baseURL => $ARGV[0]);
my $records = $harvester->ListRecords(metadataPrefix => 'oai_dc', handlers => { metadata => 'HTTP::OAI::Metadata::OAI_DC' },
  onRecord => sub { print shift->identifier, "\\n"; });
die $records->message unless $records->is_success;
print "--\\n";
my $headers = $harvester->ListIdentifiers(metadataPrefix => 'mods', set => 'issue:12-2', from => '2021-01-01', until => '2022-12-31');
while (my $header = $headers->next) { print $header->identifier, "\\n"; }
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
  for (const [name, requirement, command, args] of harvesters)
    test(`${name} harvests 200 records from ${host}, each once`, needing(requirement, hostNeeds), async () => {
      const edition = await journal();
      const { stdout } = await run(command, [...args, await start(edition)]);
      const [records = '', headers = '', one = ''] = stdout.split('--\n');
      const [repository, ...identifiers] = records.trim().split('\n');
      expect(repository).toContain(edition.name.en);
      const subjects = subjectsOf(edition);
      expect(identifiers).toHaveLength(200);
      expect([...identifiers].sort()).toEqual(subjects.map(identifierOf).sort());
      const some = subjects.filter(
        ({ version: { date, metadata } }) =>
          metadata.record?.issue?.value === '2' && date >= '2021-01-01' && date <= '2022-12-31',
      );
      expect(headers.trim().split('\n').sort()).toEqual(some.map(identifierOf).sort());
      expect(one.trim()).toBe('oai:trial.example:a-tale/1.0.7');
    });
