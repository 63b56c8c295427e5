/** What a page embeds, as a reader of structured data that is not ours finds it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { harbourSite as site } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { python, pythonModule } from '../helpers/python.ts';

const run = promisify(execFile);

const extruct = `
import json, sys
import extruct
html = open(sys.argv[1], encoding='utf-8').read()
print(json.dumps(extruct.extract(html, base_url=sys.argv[2], syntaxes=['json-ld', 'opengraph', 'dublincore'])))
`;

test(
  'extruct finds one record of schema.org, with the files, and the terms of Dublin Core',
  needing(pythonModule('extruct')),
  async () => {
    const page = path.join(site, 'en/articles/sea-routes/1.0.1/index.html');
    const address = 'https://harbour.example/articles/sea-routes/1.0.1/';
    const { stdout } = await run(python, ['-c', extruct, page, address], { maxBuffer: 20_000_000 });
    const { 'json-ld': records, dublincore } = JSON.parse(stdout);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ '@context': 'https://schema.org', '@type': 'ScholarlyArticle', '@id': address });
    expect(records[0].encoding.map((one: { encodingFormat: string }) => one.encodingFormat)).toContain('text/plain');
    const elements: readonly { readonly name?: string; readonly content?: string }[] = dublincore[0].elements;
    expect(elements.find(({ name }) => name === 'DC.identifier')?.content).toBe(address);
  },
);
