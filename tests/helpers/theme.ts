import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultTheme, type Theme } from '../../src/edition/theme.ts';

/** The look of an edition that says nothing of it. */
export const theme: Theme = {
  ...defaultTheme,
  faces: {},
  icon: readFileSync(path.resolve(import.meta.dirname, '../../public/icon.svg'), 'utf8'),
};
