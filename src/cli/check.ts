/**
 * `estenad check`: the content of an edition; needs no build. `--root FOLDER` another edition, `--fix` first fixes what a program
 * can fix, `--fair` says how FAIR each latest version is.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readBibtex } from '../bibliography/bibtex-reader.ts';
import { writeCanonical } from '../bibliography/load.ts';
import { identifications } from '../bibliography/work.ts';
import { fatesOfLines } from '../edition/fidelity/alignment.ts';
import { checkFidelity } from '../edition/fidelity/fidelity.ts';
import { worksOf } from '../edition/mentions.ts';
import { type Edition, latestVersion } from '../edition/model.ts';
import { loadEdition } from '../edition/reading/load.ts';
import { nextNumber, workingFiles } from '../edition/reading/paths.ts';
import { ContentFaults } from '../faults.ts';
import { checkFormats } from '../formats/check.ts';
import { readOptions } from './options.ts';
import { editionRoot } from './root.ts';
import { sayFaults } from './say.ts';

const { values } = readOptions('npm run check -- [--root FOLDER] [--fix] [--fair]', {
  options: {
    root: { type: 'string', default: '.' },
    fix: { type: 'boolean', default: false },
    fair: { type: 'boolean', default: false },
  },
});

/** `1 note`, `2 notes`. */
const counted = (count: number, thing: string, things = `${thing}s`) => `${count} ${count === 1 ? thing : things}`;

function report(edition: Edition): void {
  for (const article of edition.articles) {
    for (const version of article.versions) {
      const paragraphs = version.body.filter((block) => block.type === 'paragraph').length;
      const lost = version.notes.filter((note) => note.lost).length;
      const certainties = (['certain', 'supported', 'uncertain'] as const)
        .map((one) => [version.readings.filter((reading) => reading.certainty === one).length, one])
        .filter(([count]) => count !== 0)
        .map((pair) => pair.join(' '));
      const fates = fatesOfLines({ article, version });
      const count = (kind: string) => fates.filter((fate) => fate?.kind === kind).length;
      const works = worksOf(version);
      const identified = identifications.map(
        (one) => `${works.filter((work) => work.identification === one).length} ${one}`,
      );
      console.log(
        `${article.slug} ${version.number}: ${counted(paragraphs, 'paragraph')}, ${counted(version.notes.length, 'note')} (${lost} lost), ${counted(version.citations.length, 'citation')}, ` +
          `readings: ${certainties.join(', ') || 'none'}; source lines: ${fates.length} = ${count('text')} text + ${count('aside')} aside + ${count('blank')} blank; works: ${works.length} = ${identified.join(' + ')}`,
      );
    }
  }
}

/** Says what drafts still lack: it keeps nobody from working on, and a release from being made. */
function reportOpen(edition: Edition): void {
  const points = edition.articles.flatMap((article) => article.versions.flatMap(({ open }) => open));
  for (const { file, line, what, fix } of points)
    console.log(`${file}:${line}: open: ${what}\n    before the release: ${fix}`);
  if (points.length > 0) console.log(`${counted(points.length, 'open point')} before a release.`);
}

/** Says what in drafts may be a slip. It keeps nobody from anything. */
function reportDoubts(edition: Edition): void {
  const doubts = edition.articles.flatMap((article) => article.versions.flatMap((version) => version.doubts));
  for (const { file, line, what, fix } of doubts)
    console.log(`${file}:${line}: warning: ${what}\n    unless it is meant: ${fix}`);
}

/** Says which corrections no version has yet: readers see them only when one is released. */
function reportUnreleased(edition: Edition, root: string): void {
  const read = (file: string) => (existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : '');
  for (const article of edition.articles) {
    const latest = latestVersion(article);
    if (latest.status === 'draft') continue;
    for (const [working, frozen] of workingFiles(article.slug, latest.number)) {
      if (read(working) === read(frozen)) continue;
      console.log(
        `${working} differs from what ${latest.number} was released with; readers see it in the next version: npm run new -- version ${article.slug} ${nextNumber(latest.number)}`,
      );
    }
  }
}

/** Says how FAIR the latest version of each article is, and what to do about what is missing. */
async function reportFair(edition: Edition): Promise<void> {
  // Loaded here: the check itself needs no typed links.
  const { fairOf, sumOf } = await import('../hosting/fair.ts');
  for (const article of edition.articles) {
    const version = latestVersion(article);
    const metrics = await fairOf({ edition, article, version });
    const { score, total } = sumOf(metrics);
    console.log(`${article.slug} ${version.number}: FAIR ${score} of ${total} (F-UJI metrics 0.8)`);
    for (const { id, score: own, total: most, fix: missing } of metrics)
      console.log(`    ${id}: ${own} of ${most}${missing ? `; ${missing}` : ''}`);
  }
}

/** Rewrites every bibliography in its normal form; one that cannot be read is left for the check to name. */
function fix(root: string): void {
  const folder = path.join(root, 'bibliography');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((one) => one.endsWith('.bib'))) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    const { entries, faults } = readBibtex(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'), name);
    const canonical = writeCanonical(entries);
    if (faults.length > 0 || canonical === text) continue;
    writeFileSync(file, canonical);
    console.log(`fixed bibliography/${name}`);
  }
}

/** Checks the content and says what is wrong, or what there is. */
async function checkContent(root: string): Promise<{ isSound: boolean; what: string }> {
  const shown = path.relative(process.cwd(), root) || 'this folder';
  try {
    const edition = await loadEdition(root);
    const { faults: refused, released } = await checkFormats(root, edition);
    const faults = [...checkFidelity(edition), ...refused];
    const versions = edition.articles.flatMap((article) => article.versions);
    const counts = [
      counted(edition.articles.length, 'article'),
      counted(versions.length, 'version'),
      counted(edition.pages.length, 'page of its own', 'pages of its own'),
    ];
    if (faults.length > 0) sayFaults(faults);
    else {
      report(edition);
      if (edition.articles.length === 0)
        console.log('The edition has no articles yet. Start the first: npm run new -- article SLUG');
      reportUnreleased(edition, root);
      reportOpen(edition);
      reportDoubts(edition);
      if (values.fair) await reportFair(edition);
      for (const { file, line, what } of released) console.log(`${file}:${line}: ${what}; this version cannot change`);
    }
    return { isSound: faults.length === 0, what: `the content of ${shown} (${counts.join(', ')})` };
  } catch (error) {
    if (!(error instanceof ContentFaults)) throw error;
    sayFaults(error.faults);
    console.error('Texts and released versions were not checked. Fix the errors above and run this again.');
    return { isSound: false, what: `the content of ${shown}` };
  }
}

const root = editionRoot(values.root);
if (values.fix) fix(root);
const { isSound, what } = await checkContent(root);
console.log(`\nChecked: ${what}.${isSound ? ' No errors.' : ' Errors, see above.'}`);
process.exitCode = isSound ? 0 : 1;
