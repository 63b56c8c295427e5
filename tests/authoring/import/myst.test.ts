/** Roles and directives of MyST, and what Quarto adds to Markdown, as parts of an article. */
import { expect, test } from 'vitest';
import { asPandocMarkdown } from '../../../src/authoring/import/myst.ts';
import { plainText, walkInlines } from '../../../src/edition/model.ts';
import { makeDesk } from '../../helpers/desk.ts';
import { png } from '../../helpers/figures.ts';

const bib = `@book{doe2010, author = {Doe, Jane}, title = {Lights}, year = {2010}, langid = {english}}
@article{wood2011, author = {Wood, Ann}, title = {Lamps}, journal = {Coastal Notes}, year = {2011}, langid = {english}}
`;

const paper = `---
title: Lamps in MyST
authors:
  - name: Ann Wood
bibliography: paper.bib
---

(sec:intro)=
# Introduction

Lamps {cite}\`doe2010,wood2011\` burn; {cite:t}\`doe2010\` says so in {ref}\`sec:intro\`, {numref}\`Figure %s <fig:lamp>\`, @fig:lamp, {eq}\`eq:heat\` and {ref}\`the table <tbl:d>\`. H{sub}\`2\`O at {math}\`x^2\`; \`{cite}\` stays code, {weird}\`these words\` stay words.

\`\`\`{math}
:label: eq:heat
E = mc^2
\`\`\`

:::{figure} lamp.png
:label: fig:lamp
:alt: A lamp
A lamp with *two* wicks.
:::

\`\`\`{code-block} python
---
emphasize-lines: 1
---
def lamp():
    return 1
\`\`\`

\`\`\`\`{note}
Oil burns.

\`\`\`{math}
a = b
\`\`\`
\`\`\`\`

:::{admonition} Keepers
:class: tip
They write.
:::

:::{table} Depths of bays
:label: tbl:d

| Bay | Depth |
| --- | --- |
| North | 4 |
:::

\`\`\`{list-table} Depths again
:header-rows: 1

* - Bay
  - Depth
* - South
  - 5
\`\`\`

\`\`\`{mermaid}
graph
\`\`\`

\`\`\`{bibliography}
\`\`\`
`;

test('a paper in MyST has its citations, references, formulas, figures, tables, code and boxes', async () => {
  const { take, made } = await makeDesk({ 'paper.md': paper, 'paper.bib': bib, 'lamp.png': await png(8, 4) });
  const { stdout, stderr } = await take('paper.md');
  expect(stderr).toBe('');
  expect(stdout).toContain('the role {weird} is none of a text; its words stayed');
  const { version } = await made();
  expect(version.body.map((block) => (block.type === 'part' ? block.kind : block.type))).toEqual(
    'heading paragraph formula figure listing box box table table listing'.split(' '),
  );
  const [text] = version.body.flatMap((block) => (block.type === 'paragraph' ? [block.children] : []));
  expect(text && plainText(text)).toBe(
    'Lamps (Doe, 2010; Wood, 2011) burn; Doe (2010) says so in Section 1, Figure 1, Figure 1, Equation 1 and the table. H2O at x^2; {cite} stays code, these words stay words.',
  );
  const targets = [...walkInlines(text ?? [])].flatMap((one) => (one.type === 'crossReference' ? [one.target] : []));
  expect(targets).toEqual(['s1', 'fig1', 'fig1', 'eq1', 'table1']);
  expect(version.body).toContainEqual(
    expect.objectContaining({ type: 'listing', language: 'python', value: 'def lamp():\n    return 1' }),
  );
  expect(version.open).toEqual([]);
});

test('a formula that Quarto names is called by its number, and a figure as a work is cited', async () => {
  const quarto = `---
title: Lamps
author: Ann Wood
---

# One

See @eq-heat and @fig-lamp.

$$
E = mc^2
$$ {#eq-heat}

![A lamp.](lamp.png){#fig-lamp fig-alt="Two wicks"}
`;
  const { take, made } = await makeDesk({ 'paper.qmd': quarto, 'lamp.png': await png(8, 4) });
  expect((await take('paper.qmd')).stderr).toBe('');
  const { version } = await made();
  expect(version.body.map(({ type }) => type)).toEqual('heading paragraph formula figure'.split(' '));
  const [text] = version.body.flatMap((block) => (block.type === 'paragraph' ? [plainText(block.children)] : []));
  expect(text).toBe('See Equation 1 and Figure 1.');
  expect(version.open).toEqual([]);
});

test('Markdown of neither system stays as it is', () => {
  const text =
    '# One\n\n```python\nx = {"a": 1}\n```\n\nWords `{x}` and {braces}, $a$, $5.\n\n::: {.note}\nWords.\n:::\n';
  expect(asPandocMarkdown(text)).toEqual({ text, lost: [] });
});
