/** The edition that the pages show: what the build hands them, or, in live editing, the content files as they are. */
import { oncePerProcess } from '../text/once.ts';
import { type ReadArticle, readLive } from './live.ts';
import { type Shown, shown } from './shown.ts';

const read = oncePerProcess('live articles', () => new Map<string, ReadArticle>());

export const { edition, outlines, articles, isWhole }: Shown = shown() ?? (await readLive(process.cwd(), read));
