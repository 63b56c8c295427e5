import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** hast as a string of HTML. */
export const html = (nodes: readonly ElementContent[]): string =>
  toHtml({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true });
