/** Which test notices a fault. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../../src/files.ts';
import { type Copy, type Outcome, type Site, stopped } from './copy.ts';
import { isCounted, reached } from './coverage.ts';
import { type Fault, planted } from './sources.ts';

/** The projects of vitest.config.ts whose tests are run. */
export type Project = 'in memory' | 'built';

/** How many seconds of tests are run on every fault before all the others are run on those that are left. */
const shortly = 60;

const sites: readonly Site[] = ['site', 'harbour'];

/** A file of tests: the faults that it comes past, by their places in the list, and what it takes. */
interface TestFile {
  readonly project: Project;
  /** Of its text: another text is run again. */
  readonly digest: string;
  readonly seconds: number;
  readonly ids: readonly number[];
}

/** What is known of tests and sites without a fault. */
export interface Reach {
  readonly tests: Record<string, TestFile>;
  /** The faults that the build of a site comes past. */
  readonly sites: Partial<Record<Site, readonly number[]>>;
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads what an earlier run kept. */
export const load = <T>(file: string): T | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;

export const save = (file: string, value: unknown): void => writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);

/** How near a file of tests stands to a source: words that their paths share. */
function nearness(test: string, source: string): number {
  const words = (file: string) => new Set(file.replace(/\.(?:test\.)?(?:ts|astro)$/, '').split(/[/\-.[\]]+/));
  const own = words(source);
  return [...words(test)].filter((word) => own.has(word)).length;
}

export class Judge {
  private readonly copy: Copy;
  private readonly faults: readonly Fault[];
  private readonly file: string;
  private readonly reach: Reach;
  /** The digests of the sites without a fault. */
  private readonly digests = new Map<Site, string>();

  /** @param file keeps what was found of the tests, from one run to the next */
  constructor(copy: Copy, faults: readonly Fault[], file: string) {
    this.copy = copy;
    this.faults = faults;
    this.file = file;
    this.reach = load<Reach>(file) ?? { tests: {}, sites: {} };
  }

  /** Runs the tests of a project once without a fault, those that are new or changed, to see what they come past. */
  async measure(project: Project): Promise<void> {
    const digests = new Map(
      listFiles(path.join(this.copy.root, 'tests'))
        .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.long.test.ts'))
        .map((name) => [`tests/${name}`, digestOf(this.copy.read(`tests/${name}`))]),
    );
    for (const name of Object.keys(this.reach.tests)) if (!digests.has(name)) delete this.reach.tests[name];
    const wanted = [...digests].filter(([name, digest]) => this.reach.tests[name]?.digest !== digest);
    if (wanted.length === 0) return;
    const folder = path.join(this.copy.root, '.cache/coverage');
    rmSync(folder, { recursive: true, force: true });
    const outcomes = await this.copy.test(
      wanted.map(([name]) => name),
      {
        environment: { ESTENAD_COVERAGE: folder },
        options: ['--project', project, '--passWithNoTests'],
        most: 7200,
      },
    );
    for (const { file: name, seconds, failed } of outcomes) {
      const digest = digests.get(name);
      if (digest === undefined) continue;
      // A test that fails already says nothing of a fault.
      if (failed !== undefined) console.log(`left out, as it fails without a fault: ${name}: ${failed}`);
      const ids = failed === undefined ? reached(this.faults, this.copy.root, path.join(folder, name)) : [];
      this.reach.tests[name] = { project, digest, seconds, ids };
    }
    rmSync(folder, { recursive: true, force: true });
    save(this.file, this.reach);
  }

  private pathOf(site: Site): string {
    return path.join(this.copy.root, '.cache', site === 'harbour' ? 'harbour' : 'test-site');
  }

  /** Builds the sites without a fault, and keeps them. */
  async buildSites(): Promise<void> {
    for (const site of sites) {
      const folder = path.join(this.copy.root, '.cache/coverage');
      const digest = await this.copy.build(site, { NODE_V8_COVERAGE: folder });
      if (digest === undefined) throw new Error(`the edition «${site}» cannot be built as it is`);
      this.digests.set(site, digest);
      this.reach.sites[site] = reached(this.faults, this.copy.root, folder);
      rmSync(folder, { recursive: true, force: true });
      cpSync(this.pathOf(site), `${this.pathOf(site)}-kept`, { recursive: true });
    }
    save(this.file, this.reach);
  }

  /** Tests in the order in which they are likely to notice a fault soon: the short ones, and those that stand near it. */
  private order(files: readonly string[], { file }: Fault): string[] {
    const cost = (name: string) => (this.reach.tests[name]?.seconds ?? 0) / 3 ** nearness(name, file);
    return files.toSorted((a, b) => cost(a) - cost(b));
  }

  private testsOf(project: Project): [name: string, file: TestFile][] {
    return Object.entries(this.reach.tests).filter(([, file]) => file.project === project);
  }

  /** Runs tests until one fails. */
  private async run(files: readonly string[], fault: Fault): Promise<string | undefined> {
    if (files.length === 0) return undefined;
    const seconds = files.reduce((sum, name) => sum + (this.reach.tests[name]?.seconds ?? 0), 0);
    const firstFailure = async (): Promise<Outcome | undefined> => {
      const options = { options: ['--bail', '1'], most: 300 + 10 * seconds };
      const outcomes = await this.copy.test(this.order(files, fault), options);
      return outcomes.find(({ failed }) => failed !== undefined);
    };
    const once = await firstFailure();
    // Only what happens twice is the fault's doing.
    const first = once?.failed === stopped ? await firstFailure() : once;
    return first && `${first.file}: ${first.failed}`;
  }

  /** The tests in memory that come past a fault, the shortest and nearest of them within a minute, and the others. */
  private inMemory(id: number): { readonly soon: string[]; readonly later: string[] } {
    const files = this.testsOf('in memory').flatMap(([name, { ids }]) => (ids.includes(id) ? [name] : []));
    const [soon, later]: [string[], string[]] = [[], []];
    let seconds = 0;
    for (const name of this.order(files, this.faults[id] as Fault)) {
      seconds += this.reach.tests[name]?.seconds ?? 0;
      (soon.length === 0 || seconds < shortly ? soon : later).push(name);
    }
    return { soon, later };
  }

  /** The test that notices a fault, of those in memory that take a minute together. */
  async soon(id: number): Promise<string | undefined> {
    const fault = this.faults[id] as Fault;
    return this.with(fault, () => this.run(this.inMemory(id).soon, fault));
  }

  /** The test that notices a fault, of all others. Of what is built only sites that the fault changes are looked at. */
  async later(id: number): Promise<string | undefined> {
    const fault = this.faults[id] as Fault;
    const own = this.testsOf('built').flatMap(([name, { ids }]) => (ids.includes(id) ? [name] : []));
    return this.with(fault, async () => {
      const inMemory = await this.run(this.inMemory(id).later, fault);
      if (inMemory !== undefined) return inMemory;
      const done = new Set<string>();
      for (const site of sites) {
        if (isCounted(fault.file) && !this.reach.sites[site]?.includes(id)) continue;
        const digest = await this.copy.build(site);
        if (digest === undefined) return `the build of the edition «${site}» stops`;
        if (digest === this.digests.get(site)) continue;
        const readers = this.testsOf('built').flatMap(([name]) => (this.readsSite(name, site) ? [name] : []));
        const by = await this.run(
          readers.filter((name) => !done.has(name)),
          fault,
        );
        if (by !== undefined) return by;
        for (const name of readers) done.add(name);
      }
      return this.run(
        own.filter((name) => !done.has(name)),
        fault,
      );
    });
  }

  private readsSite(test: string, site: Site): boolean {
    return this.copy.read(test).includes(site === 'harbour' ? 'harbourSite' : 'ownSite');
  }

  /** Does something with a fault planted, and puts all back as it was. */
  private async with<T>(fault: Fault, act: () => Promise<T>): Promise<T> {
    const before = this.copy.read(fault.file);
    this.copy.write(fault.file, planted(before, fault));
    try {
      return await act();
    } finally {
      this.copy.write(fault.file, before);
      for (const site of this.digests.keys()) {
        rmSync(this.pathOf(site), { recursive: true, force: true });
        cpSync(`${this.pathOf(site)}-kept`, this.pathOf(site), { recursive: true });
      }
    }
  }
}
