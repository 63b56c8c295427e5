import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { site } from '../helpers/site.ts';

test.each([
  ['about/', ['متن‌های دریافتی', 'اصول ویرایش', 'شیوۀ استناد', 'حق نشر']],
  ['en/about/', ['Sources', 'Editorial principles', 'How to cite', 'Rights']],
])(
  '%s says where the texts come from, how they were edited, how they are cited and what their rights are',
  async (about, sections) => {
    const html = await readFile(path.join(site, about, 'index.html'), 'utf8');
    const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, text = '']) =>
      text.replace(/<[^>]*>/g, '').trim(),
    );
    expect(headings.filter((heading) => sections.includes(heading))).toEqual(sections);
    expect(html).toContain('articles/SLUG/1.0.0/#p12');
  },
);
