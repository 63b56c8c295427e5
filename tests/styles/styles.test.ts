import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../src/styles');
const sheets = (await readdir(folder)).filter((file) => file.endsWith('.css'));

/** The declarations of a sheet, without comments. Conditions of media queries are none: they have no logical form. */
const declarationsOf = (css: string): [property: string, value: string][] =>
  [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map((match) => [
    match[1] as string,
    match[2] as string,
  ]);

/** Properties that name a side or an axis of the screen. */
const physical =
  /^((margin|padding|border|inset|scroll-margin|scroll-padding)-(top|right|bottom|left)|top|right|bottom|left|((min|max)-)?(width|height)|overflow-[xy]|border-(top|bottom)-(left|right)-radius)/;

describe.each(sheets)('%s', (sheet) => {
  test('names sides by the direction of the text, so that both directions are one sheet', async () => {
    const declarations = declarationsOf(await readFile(path.join(folder, sheet), 'utf8'));
    expect(declarations.length).toBeGreaterThan(10);
    const found = declarations
      // Scrolling sideways is the same in both directions, and browsers lack the logical name.
      .filter(([property]) => property !== 'overflow-x' && physical.test(property))
      .concat(
        declarations.filter(
          ([property, value]) => /^(text-align|float|clear)$/.test(property) && /left|right/.test(value),
        ),
      );
    expect(found).toEqual([]);
  });

  test('takes its colours from the tokens and spaces no letters', async () => {
    const declarations = declarationsOf(await readFile(path.join(folder, sheet), 'utf8'));
    const colours = declarations.filter(([, value]) => /#[0-9a-f]{3,8}\b|rgb\(/.test(value));
    if (sheet !== 'tokens.css' && sheet !== 'print.css') expect(colours).toEqual([]);
    expect(declarations.filter(([property]) => property === 'letter-spacing')).toEqual([]);
  });
});
