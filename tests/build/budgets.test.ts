import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAssets, checkPages } from '../../src/build/budgets.ts';
import type { Edition } from '../../src/edition/model.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';

const page = 'articles/border-markets/1.0.0/index.html';

let edition: Edition;
let folder: string;

beforeAll(async () => {
  edition = await harbour();
  folder = await mkdtemp(path.join(tmpdir(), 'budgets-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Letters that do not compress: the same for every run. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x4e00 + (state % 20_000));
  }).join('');
}

async function check(folder: string): Promise<void> {
  for (const article of edition.articles) {
    await checkPages({ languages: ['fa', 'en'] }, article, folder);
    await checkAssets({ languages: ['fa', 'en'] }, article, folder);
  }
}

/** The complaint about a copy of the site in which one file has grown. */
async function complaint(file: string, by: number): Promise<string> {
  const copy = await mkdtemp(path.join(folder, 'site-'));
  await cp(site, copy, { recursive: true });
  await appendFile(path.join(copy, file), noise(by));
  return check(copy).then(
    () => '',
    (error: Error) => error.message,
  );
}

describe('the budgets', () => {
  test('are kept by the edition', async () => {
    await check(site);
  });

  test('stop a page that is heavier than twice its text, by name', async () => {
    const message = await complaint(page, 6_000);
    expect(message).toMatch(new RegExp(`^${page}: its HTML weighs \\d+ bytes compressed, \\d+ are allowed`));
  });

  test('stop style sheets and scripts that grow', async () => {
    const html = await readFile(path.join(site, page), 'utf8');
    const asset = (pattern: RegExp) => `assets/${path.basename(pattern.exec(html)?.[1] ?? '')}`;
    expect(await complaint(asset(/<link rel="stylesheet" href="([^"]+)"/), 6_000)).toContain('its style weighs');
    expect(await complaint(asset(/<script[^>]* src="([^"]+)"/), 6_000)).toContain('its script weighs');
    expect(await complaint(asset(/<link rel="preload" href="([^"]+naskh[^"]+)"/), 6_000)).toContain('its fonts weigh');
  });
});
