/** The edition that the pages show: what the build hands them, or, in live editing, the content files as they are. */

import { type ReadArticle, readLive } from '../edition/reading/live.ts';
import { oncePerProcess } from '../once-per-process.ts';
import { type Shown, shown } from './shown.ts';

const read = oncePerProcess('live articles', () => new Map<string, ReadArticle>());

export const { edition, outlines, articles, isWhole }: Shown = shown() ?? (await readLive(process.cwd(), read));
