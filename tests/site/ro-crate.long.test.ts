/** What the validator of others says of a crate; it reads the contexts from a cache that holds what it needs, and asks no host. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { roCrate } from '../../src/site/ro-crate.ts';
import { needing } from '../helpers/installed.ts';
import { roCrateContext } from '../helpers/linked-data.ts';
import { python, pythonModule } from '../helpers/python.ts';
import {
  dates,
  editors,
  everyone,
  everything,
  others,
  readArticle,
  statements,
  supplements,
} from '../helpers/records.ts';

const validate = `
import io, json, sys
from pathlib import Path
import requests
from urllib3 import HTTPResponse
from rocrate_validator import services
from rocrate_validator.models import ValidationSettings
from rocrate_validator.utils.http import HttpRequester

crates, context, cache = map(Path, sys.argv[1:])
address = 'https://w3id.org/ro/crate/1.2/context'
asked = requests.Request('GET', address, headers={'Accept': 'application/ld+json, application/json'}).prepare()
answer = HTTPResponse(io.BytesIO(context.read_bytes()), {'Content-Type': 'application/ld+json'}, 200,
                      preload_content=False, request_url=address)
requester = HttpRequester.initialize_cache(cache_max_age=-1, cache_path=str(cache))
requester.session.cache.save_response(requests.adapters.HTTPAdapter().build_response(asked, answer))
settings = ValidationSettings(rocrate_uri='.', profile_identifier='ro-crate-1.2', requirement_severity='REQUIRED',
                              offline=True, cache_path=cache, cache_max_age=-1)
results = [services.validate_metadata_as_dict(crate, settings) for crate in json.loads(crates.read_text())]
print(json.dumps([[f'{issue.check.identifier}: {issue.message}' for issue in one.get_issues()] for one in results]))
`;

test(
  'roc-validator finds everything that RO-Crate 1.2 requires',
  needing(pythonModule('rocrate_validator')),
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'estenad-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { edition } = await readArticle(
      `${everything}${supplements}${everyone}${others}${statements}${dates}`,
      editors,
    );
    const files = [{ path: 'articles/one/1.0.0/one.txt', bytes: 7, sha256: 'bb' }];
    const crate = JSON.parse(JSON.stringify(roCrate(edition, files))) as { '@graph': Record<string, unknown>[] };
    const [descriptor, root, ...rest] = crate['@graph'];
    const nameless = { ...crate, '@graph': [descriptor, { ...root, name: undefined, license: undefined }, ...rest] };
    const file = path.join(folder, 'crates.json');
    writeFileSync(file, JSON.stringify([crate, nameless]));
    const said = execFileSync(python, ['-c', validate, file, roCrateContext, path.join(folder, 'http')], {
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual([[], expect.arrayContaining([expect.stringContaining('')])]);
  },
);
