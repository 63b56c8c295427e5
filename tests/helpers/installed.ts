/**
 * What some tests need beyond the packages of npm. A test names it in its options, `test('…', needing(nginx), () => …)`, and is
 * skipped where it is missing. `npm test` counts skipped tests and says at its end what they needed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test is skipped: what it needs and does not have. */
    needs?: string;
  }
}

/** Something that may be missing on a machine. */
export interface Requirement {
  readonly isHere: boolean;
  /** What is missing and how to get it, as a person reads it. */
  readonly missing: string;
}

/**
 * A program that a test runs.
 *
 * @param command its name, looked up in `PATH`, or its path
 * @param source where it comes from: «Debian's nginx»
 * @param args a call that ends with status 0 where the program works
 */
export const program = (command: string, source: string, args: readonly string[] = ['--version']): Requirement => ({
  isHere: spawnSync(command, [...args]).status === 0,
  missing: `${command} is not installed (${source})`,
});

/** A file or a folder that a test reads. */
export const place = (file: string, source: string): Requirement => ({
  isHere: existsSync(file),
  missing: `${file} is missing (${source})`,
});

/** All of several requirements; what is said to be missing is the first that is. */
export const both = (...requirements: readonly Requirement[]): Requirement => ({
  isHere: requirements.every(({ isHere }) => isHere),
  missing: requirements.find(({ isHere }) => !isHere)?.missing ?? '',
});

/** The options of a test, or of a group of tests, that is skipped where one of the requirements is missing. */
export function needing(...requirements: readonly Requirement[]) {
  const { isHere, missing } = both(...requirements);
  return { skip: !isHere, meta: isHere ? {} : { needs: missing } };
}

export const nginx = program('nginx', "Debian's nginx", ['-v']);
export const pandoc = program('pandoc', "Debian's pandoc");
export const poppler = program('pdftotext', "Debian's poppler-utils", ['-v']);
/** Where Firefox is; `ESTENAD_FIREFOX` names another one. */
export const firefoxProgram = process.env['ESTENAD_FIREFOX'] ?? '/usr/bin/firefox-esr';
export const firefox = program(firefoxProgram, "Debian's firefox-esr");
export const webkit = both(
  program('WebKitWebDriver', "Debian's webkit2gtk-driver", ['-h']),
  program('Xvfb', "Debian's xvfb", ['-help']),
);
export const java = program('java', "Debian's default-jre-headless", ['-version']);
/** LaTeX with biblatex, its styles and that of APA, and biber. */
export const biblatexStyles = both(
  program('biber', "Debian's biber"),
  program('pdflatex', "Debian's texlive-latex-base"),
  program('kpsewhich', "biblatex-apa, Debian's texlive-bibtex-extra", ['apa.bbx']),
  program('kpsewhich', "etoolbox, Debian's texlive-latex-recommended", ['etoolbox.sty']),
);
/** A Node from 20 to 23, which the program supports and does not run on; `ESTENAD_OLD_NODE` names another one. */
export const oldNodeProgram = process.env['ESTENAD_OLD_NODE'] ?? '/usr/bin/node';
export const oldNode = program(oldNodeProgram, "a Node from 20 to 23, such as Debian's or NodeSource's", [
  '--eval',
  'const [major] = process.versions.node.split("."); process.exit(major >= 20 && major < 24 ? 0 : 1)',
]);
