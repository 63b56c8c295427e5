/** The mark of the edition: `public/icon.svg`, from which every icon is drawn and which the cards show. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../root.ts';

export const mark = readFileSync(path.join(packageRoot, 'public/icon.svg'), 'utf8');

/** The colour of its ground. */
export const markColour = /<rect[^>]*fill="(#[0-9a-f]{6})"/.exec(mark)?.[1] ?? 'black';

/** The mark as an address that holds it. */
export const markAddress = `data:image/svg+xml;base64,${Buffer.from(mark).toString('base64')}`;

/**
 * The mark on a ground without round corners, for systems that cut icons to a shape of their own. It lies whole within the
 * circle of four fifths that such a shape keeps (https://www.w3.org/TR/appmanifest/#icon-masks).
 */
export const markOnGround = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${markColour}"/>${mark}</svg>`;
