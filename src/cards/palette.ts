import { readFileSync } from 'node:fs';
import path from 'node:path';

const sheet = readFileSync(path.resolve(import.meta.dirname, '../styles/tokens.css'), 'utf8');

/** A colour of the light pages, which the sheet of tokens has before those of the dark ones. */
function token(name: string): string {
  const value = new RegExp(`--${name}:\\s*(#[0-9a-f]{6});`).exec(sheet)?.[1];
  if (value === undefined) throw new Error(`src/styles/tokens.css has no colour --${name}`);
  return value;
}

/** The colours of what is drawn in a build: those of the pages. */
export const palette = {
  paper: token('paper'),
  ink: token('ink'),
  soft: token('soft'),
  rule: token('rule'),
};
