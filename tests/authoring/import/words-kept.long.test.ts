/**
 * What an import keeps, measured: the words of small manuscripts that were written for this, as pandoc reads them, against those
 * that it reads in our JATS of what came of them.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureImport } from '../../bench/import.ts';
import { png } from '../../helpers/figures.ts';
import { wordsKept } from '../../helpers/words-kept.ts';

const works = `@book{doe2010, author = {Doe, Jane}, title = {Lights}, year = {2010}}
@article{wood2011, author = {Wood, Ann}, title = {Lamps}, journal = {Coastal Notes}, year = {2011}}
`;

/** Its figures, labels and signs are as real theses in XePersian have them. */
const thesis = String.raw`\documentclass{report}
\usepackage{xepersian}
\title{چراغ‌های دو ساحل}
\begin{document}
\section{مقدمه}\label{sec:one}
دو چراغ بر دهانۀ یک بندر ایستاده‌اند\LTRfootnote{two lights} و هر یک را کسانی روشن نگاه می‌داشتند که به دیگری اعتماد نداشتند~\cite{doe2010}.
رشد آن $\%$5.3 بود و سال پس از آن 7$\%$ شد؛ نگاه کنید به شکل~\ref{fig:lamp} و شکل~\ref{fig:plan} و \eqref{eq:x}.
\begin{figure}[tb]
  \centering{\includegraphics[width=0.8\textwidth]{lamp.png}}
  \caption{چراغ شمالی در \lr{North Bay}}\label{fig:lamp}
\end{figure}
\begin{figure}
  \centering
  \includegraphics{lamp.png}
  \caption{چراغ جنوبی}\label{fig:lamp}
\end{figure}
\begin{figure}
  \centering
  \begin{verbatim}
lamp -> bay
  \end{verbatim}
  \caption{نقشۀ چراغ}\label{fig:plan}
\end{figure}
{\small نگهبانان هر شب دفتر را می‌نوشتند.}
\begin{equation}\label{eq:x} x^2 = 1 \end{equation}
\begin{itemize}
  \item روغن
  \item فتیله
\end{itemize}
\begin{tabular}{cc} عمق & نور \\ ۱ & ۲ \end{tabular}
\bibliography{paper}
\end{document}
`;

const joss = `---
title: Lamplight
authors:
  - name: Ann Wood
bibliography: paper.bib
---

# Summary

Lamps [@wood2011; @doe2010, p. 5] burn oil^[All night.] at $10\\,\\mathrm{m}$, p. 12 of the ledger; see \\autoref{fig:lamp}.

![A lamp with two wicks. \\label{fig:lamp}](lamp.png)

\`\`\`julia
shine(2)
\`\`\`

- oil
- wicks

| Bay | Depth |
|-----|-------|
| North | 4 |

: Depths of the bays.
`;

const jats = `<?xml version="1.0" encoding="UTF-8"?>
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article" xml:lang="en"><front><article-meta><title-group><article-title>Lamps</article-title></title-group></article-meta></front>
<body><sec id="s1"><title>Lamps</title><p>They burn <styled-content xml:lang="de">über Häfen</styled-content> each night<xref ref-type="fn" rid="n1">*</xref> (<xref ref-type="fig" rid="f1">Fig. 1</xref>, <xref ref-type="disp-formula" rid="e1">1</xref>).</p>
<p><disp-formula id="e1"><label>(1)</label><tex-math>x = 1</tex-math></disp-formula></p>
<disp-quote><p>The sea keeps no ledger.</p><attrib>A sailor</attrib></disp-quote>
<table-wrap id="t1"><label>Table 1</label><caption><p>Depths.</p></caption><table><thead><tr><th>Bay</th><th>Depth</th></tr></thead><tbody><tr><td>North<xref ref-type="table-fn" rid="ta">a</xref></td><td>4</td></tr></tbody></table><table-wrap-foot><fn id="ta"><label>a</label><p>At low tide.</p></fn><fn id="tb"><p>Measured twice.</p></fn></table-wrap-foot></table-wrap>
<fig id="f1"><label>Figure 1</label><caption><title>Two lamps.</title></caption><graphic xlink:href="lamp.png"/><attrib>Drawn by the office</attrib></fig></sec></body>
<back><ack><p>We thank the keepers.</p></ack><app-group><app id="a1"><title>Ledgers</title><p>One is lost.</p></app></app-group><fn-group><fn id="n1"><p>But on feasts.</p></fn></fn-group></back></article>
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'words-'));
  const files = {
    'thesis.tex': thesis,
    'paper.md': joss,
    'lamps.xml': jats,
    'paper.bib': works,
    'lamp.png': await png(8, 4),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
});

afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['a thesis in XePersian', 'thesis.tex', { notes: 1, figures: 2, tables: 1, formulas: 3, citations: 1, code: 1 }],
  ['a paper of JOSS', 'paper.md', { notes: 1, figures: 1, tables: 1, formulas: 1, citations: 2, code: 1 }],
  ['an article in JATS', 'lamps.xml', { notes: 1, figures: 1, tables: 1, formulas: 1, citations: 0, code: 0 }],
] as const)('%s keeps its words in order, and its constructs', async (_, name, counts) => {
  const measured = await measureImport(path.join(folder, name));
  expect(measured.lost).toEqual([]);
  expect(measured.words).toBeGreaterThan(25);
  expect(measured.kept).toBe(measured.words);
  expect(Object.fromEntries(measured.counts.map(([what, , ours]) => [what, ours]))).toMatchObject(counts);
});

test('a word that is gone, and one that moved, are lost words', () => {
  expect(wordsKept('a b c d e'.split(' '), 'b a c e'.split(' '))).toMatchObject({ words: 5, kept: 3 });
});
