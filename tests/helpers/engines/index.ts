/** The engines of the browsers that people read with. */
import { chromium } from './chromium.ts';
import type { Engine } from './driver.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

export type { Engine, Running } from './driver.ts';
export { openTab, type Point, type Tab } from './tab.ts';

export const engines: readonly Engine[] = [chromium, firefox, webkit];
