/** A copy of the repository, in which faults are planted and tests are run. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../../src/files.ts';

/** The built editions that tests look at: that of the tests, and that of this repository. */
export type Site = 'harbour' | 'site';

/** What a file of tests came to. */
export interface Outcome {
  readonly file: string;
  readonly seconds: number;
  /** The first test that failed, and how; absent where all passed. */
  readonly failed?: string | undefined;
}

/** What of vitest's report in JSON is read. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const firstLine = (text = '') => text.split('\n')[0];

/** What a run came to that ended badly without a test that failed: on a busy machine, a process that did not start in time. */
export const stopped = 'the tests stop';

export class Copy {
  readonly root: string;
  private readonly from: string;

  /** @param from the repository; what git would commit of it is copied */
  constructor(from: string, root: string) {
    this.root = root;
    this.from = from;
    rmSync(root, { recursive: true, force: true });
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: from });
    for (const file of listed.toString('utf8').split('\0')) {
      // A link to packages elsewhere is no folder, and not ignored.
      if (file === '' || file === 'node_modules' || !existsSync(path.join(from, file))) continue;
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      cpSync(path.join(from, file), path.join(root, file));
    }
    symlinkSync(path.join(from, 'node_modules'), path.join(root, 'node_modules'));
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.root, file), text);
  }

  /** Runs Node in the copy, and ends it with all that it started when it takes longer than that many seconds. */
  private async node(args: readonly string[], environment: NodeJS.ProcessEnv, most: number) {
    const child = spawn(process.execPath, args, {
      cwd: this.root,
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: path.join(this.root, '.cache/compiled'),
        ESTENAD_SCHEMAS: process.env['ESTENAD_SCHEMAS'] ?? path.resolve(this.from, '../shared/schemas'),
        ...environment,
      },
      stdio: 'ignore',
      detached: true,
    });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, most * 1000);
    const status = await new Promise((resolve) => child.once('close', resolve));
    clearTimeout(timer);
    return { isGood: status === 0, isLate };
  }

  /** Runs files of tests, or a whole project of them, in that order; up to the first failure if so asked. */
  async test(
    files: readonly string[],
    {
      environment = {},
      options = [],
      most,
    }: { environment?: NodeJS.ProcessEnv; options?: readonly string[]; most: number },
  ): Promise<Outcome[]> {
    const report = path.join(this.root, '.cache/mutant-report.json');
    rmSync(report, { force: true });
    const { isGood, isLate } = await this.node(
      [
        ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/bench/mutants/vitest.config.ts'],
        ...['--reporter=json', `--outputFile=${report}`, ...options, ...files],
      ],
      { ...environment, ESTENAD_MUTANT_TESTS: JSON.stringify(files) },
      most,
    );
    if (!existsSync(report))
      return [{ file: files[0] ?? '', seconds: most, failed: isLate ? 'it does not end' : stopped }];
    const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
    const outcomes = testResults.map(({ name, status, startTime, endTime, message, assertionResults }) => {
      const test = assertionResults.find((one) => one.status === 'failed');
      return {
        file: path.relative(this.root, name),
        seconds: Math.max(0, endTime - startTime) / 1000,
        failed: test
          ? `${test.fullName}: ${firstLine(test.failureMessages[0])}`
          : status === 'failed'
            ? firstLine(message) || 'the file cannot be loaded'
            : undefined,
      };
    });
    // What fails outside of any test is a failure still.
    if (!isGood && outcomes.every(({ failed }) => failed === undefined))
      outcomes.push({ file: files[0] ?? '', seconds: 0, failed: stopped });
    return outcomes;
  }

  /** Builds a site that tests look at; the digest of its bytes, or nothing if the build stops. */
  async build(site: Site, environment: NodeJS.ProcessEnv = {}): Promise<string | undefined> {
    const { isGood } = await this.node(['tests/bench/mutants/build-site.ts', site], environment, 1200);
    if (!isGood) return undefined;
    const folder = path.join(this.root, '.cache', site === 'harbour' ? 'harbour' : 'test-site');
    const digest = createHash('sha256');
    for (const file of listFiles(folder)) digest.update(`${file}\0`).update(readFileSync(path.join(folder, file)));
    return digest.digest('hex');
  }
}
