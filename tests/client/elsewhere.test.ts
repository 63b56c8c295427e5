import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Elsewhere, EngineSilent, leavesElsewhere, passagesIn } from '../../src/client/elsewhere.ts';

const edition = 'https://library.example/';

const document = (number: number) => ({
  id: `${edition}articles/a-tale/1.0.0/#p${number}`,
  kind: 'paragraph',
  article: 'a-tale',
  language: ['fa'],
  text: [`بند ${number}`],
  also: [''],
  years: [],
});

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** An engine that answers so, and how the edition knows it. */
async function engine(answer: RequestListener, documents = 1): Promise<Elsewhere> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { engine: 'opensearch', address: `http://127.0.0.1:${port}/estenad/_search`, edition, documents };
}

const json =
  (value: unknown): RequestListener =>
  (_, response) =>
    response.end(JSON.stringify(value));

const hits = (total: number, ...found: unknown[]) =>
  json({ hits: { total: { value: total }, hits: found.map((_source) => ({ _source })) } });

describe('an engine of others', () => {
  test.each<[string, RequestListener]>([
    ['that answers with an error', (_, response) => response.writeHead(503).end('busy')],
    ['that answers no JSON', (_, response) => response.end('<html>login</html>')],
    ['that answers another form of JSON', json({ error: 'no such index' })],
    ['that ends the connection', (request) => request.destroy()],
    ['that has half of the documents', hits(3)],
  ])('%s is silent', async (_, answer) => {
    await expect(leavesElsewhere(await engine(answer, 6))).rejects.toThrow(EngineSilent);
  });

  test('that dies between two questions is silent from then on', async () => {
    let isDead = false;
    const leaves = await leavesElsewhere(
      await engine((request, response) => (isDead ? request.destroy() : hits(1, document(1))(request, response))),
    );
    const [leaf] = await leaves.find('بند', {});
    expect(await leaves.texts([leaf as string])).toMatchObject([{ path: 'articles/a-tale/1.0.0/#p1', text: 'بند 1' }]);
    isDead = true;
    await expect(leaves.find('دیگر', {})).rejects.toThrow(EngineSilent);
  });

  test('is asked for what is looked at, eight documents a leaf, and for each once', async () => {
    const asked: { from: number; size: number }[] = [];
    const leaves = await leavesElsewhere(
      await engine((request, response) => {
        const { from, size } = JSON.parse(new URL(`http://x${request.url}`).searchParams.get('source') ?? '');
        asked.push({ from, size });
        hits(100, ...Array.from({ length: Math.min(size, 100 - from) }, (_, index) => document(from + index)))(
          request,
          response,
        );
      }),
    );
    const ids = await leaves.find('بند', {});
    expect(ids).toHaveLength(13);
    const textsOf = async (some: readonly string[]) => (await leaves.texts(some)).map(({ text }) => text);
    expect(await textsOf(ids.slice(0, 4))).toEqual(Array.from({ length: 32 }, (_, index) => `بند ${index}`));
    expect((await textsOf(ids.slice(4, 13))).at(-1)).toBe('بند 99');
    expect(await textsOf(ids.slice(2, 6))).toHaveLength(32);
    expect(asked).toEqual([
      { from: 0, size: 0 },
      { from: 0, size: 32 },
      { from: 32, size: 72 },
    ]);
  });
});

describe('a document', () => {
  test('is a passage for each of its texts, with the language and what is beside of each', () => {
    const many = { ...document(1), language: ['fa', 'en'], text: ['راه', 'Road'], also: ['', 'Way'], years: [2001] };
    expect(passagesIn(many, edition)).toEqual([
      expect.objectContaining({ language: 'fa', text: 'راه', also: '', years: [2001] }),
      expect.objectContaining({ language: 'en', text: 'Road', also: 'Way' }),
    ]);
  });

  test.each([
    ['another edition', { id: 'https://other.example/articles/a-tale/1.0.0/#p1' }],
    ['an address that leaves the articles', { id: `${edition}articles/../../evil/1.0.0/` }],
    ['a script for an address', { id: `${edition}articles/a-tale/1.0.0/#p1"onclick="x` }],
    ['no text', { text: 'words' }],
    ['no language', { language: undefined }],
  ])('of %s is refused', (_, other) => {
    expect(() => passagesIn({ ...document(1), ...other }, edition)).toThrow(EngineSilent);
  });
});
