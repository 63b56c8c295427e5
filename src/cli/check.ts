/**
 * `npm run check`: content and bibliography, types, lint, imports; needs no build. `--content` checks the content alone,
 * `--root FOLDER` the content of another edition, `--fix` first mends what can be mended mechanically.
 */
import { spawnSync } from 'node:child_process';
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
import { readOptions } from './options.ts';
import { sayFaults } from './say.ts';

const { values } = readOptions('npm run check -- [--content] [--root FOLDER] [--fix]', {
  options: {
    root: { type: 'string', default: '.' },
    content: { type: 'boolean', default: false },
    fix: { type: 'boolean', default: false },
  },
});

const tools: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['types', 'astro', ['check', '--minimumSeverity', 'warning']],
  ['types of the service worker', 'tsc', ['--project', 'src/worker']],
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['imports', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'src']],
];

/** `1 note`, `2 notes`. */
const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

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

/** Rewrites every bibliography in its normal form; one that cannot be read is left for the check to name. */
function fix(root: string): void {
  const folder = path.join(root, 'bibliography');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.bib'))) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    const { entries, faults } = readBibtex(text.replaceAll('\r\n', '\n'), name);
    const mended = writeCanonical(entries);
    if (faults.length > 0 || mended === text) continue;
    writeFileSync(file, mended);
    console.log(`fixed bibliography/${name}`);
  }
}

if (values.fix) {
  fix(path.resolve(values.root));
  spawnSync(path.resolve('node_modules/.bin/biome'), ['check', '--write', '.'], { stdio: 'inherit' });
}
let failed = false;
try {
  const edition = await loadEdition(path.resolve(values.root));
  const faults = checkFidelity(edition);
  if (faults.length > 0) {
    sayFaults(faults);
    failed = true;
  } else {
    report(edition);
    reportUnreleased(edition, path.resolve(values.root));
    console.log('content: no errors');
  }
} catch (error) {
  if (!(error instanceof ContentFaults)) throw error;
  sayFaults(error.faults);
  console.error('Texts and released versions were not checked. Fix the errors above and run this again.');
  failed = true;
}
/** Whether the tools of development are there: `npm ci --omit=dev` leaves them out, `astro check` without them too. */
const haveTools = tools.every(([, command]) => existsSync(path.resolve('node_modules/.bin', command)));
if (!values.content && !haveTools) {
  console.log('types, format, lint and imports: not checked, they need the development packages (npm ci)');
}
if (!values.content && haveTools) {
  for (const [name, command, args] of tools) {
    const { status } = spawnSync(path.resolve('node_modules/.bin', command), args, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    console.log(`${name}: ${status === 0 ? 'no errors' : 'errors, see above'}`);
    failed ||= status !== 0;
  }
}
process.exitCode = failed ? 1 : 0;
