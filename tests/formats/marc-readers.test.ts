/** What readers of MARC that are not ours say of a record of each type of article, with everything said and with nothing. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needing, program } from '../helpers/installed.ts';
import {
  dates,
  editors,
  everyone,
  everyType,
  everyTypeHere,
  everything,
  exportOf,
  found,
  others,
  statements,
  subjectOf,
  supplements,
} from '../helpers/records.ts';

const yaz = program('yaz-marcdump', "Debian's yaz", ['-V']);
const lint = program('perl', "Debian's libmarc-lint-perl and libmarc-xml-perl", [
  '-MMARC::Lint',
  '-MMARC::File::XML',
  '-e1',
]);

let folder: string;
let files: readonly string[];
/** The values of all subfields, record by record, as libxml2 reads them. */
let values: readonly (readonly string[])[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  const editions = await Promise.all([
    everyType(everything + supplements + everyone + others + statements + dates, editors),
    everyTypeHere(),
    everyType(''),
  ]);
  const subjects = editions.flatMap((edition) => edition.articles.map((article) => subjectOf(edition, article)));
  files = subjects.map((_, index) => path.join(folder, `${index}.xml`));
  for (const [index, subject] of subjects.entries())
    await writeFile(files[index] as string, await exportOf('marc.xml', subject));
  values = await Promise.all(subjects.map((subject) => found('marc.xml', subject, '//marc:subfield')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('yaz makes records of ISO 2709 of them, and reads in these every subfield again', needing(yaz), async () => {
  const read = (options: readonly string[], ...names: readonly string[]) =>
    execFileSync('yaz-marcdump', [...options, ...names], { maxBuffer: 50_000_000 });
  const exchange = path.join(folder, 'records.mrc');
  await writeFile(exchange, read(['-i', 'marcxml', '-o', 'marc', '-l', '9=97'], ...files));
  const lines = read(['-i', 'marc', '-o', 'line'], exchange).toString();
  const records = lines.split(/\n\n+/).filter((record) => record.trim() !== '');
  expect(records).toHaveLength(42);
  for (const [index, record] of records.entries())
    for (const value of values[index] ?? []) expect(record).toContain(value);
});

const check = `
use MARC::Lint; use MARC::File::XML (BinaryEncoding => 'utf8', RecordFormat => 'MARC21');
my $lint = MARC::Lint->new;
for my $file (@ARGV) {
  my $records = MARC::File::XML->in($file);
  while (my $record = $records->next) { $lint->check_record($record); print "$_\\n" for $lint->warnings }
}`;

test('MARC::Lint finds no field, indicator or subfield that MARC 21 has not', needing(lint), async () => {
  const linted = (...names: readonly string[]) =>
    [
      ...new Set(
        execFileSync('perl', ['-e', check, ...names], { stdio: ['ignore', 'pipe', 'ignore'] })
          .toString()
          .split('\n'),
      ),
    ]
      // It wants the punctuation of ISBD in 245, of which leader/18 says that there is none; and knows 856 as it was before MARC 21
      // had a second indicator for component parts.
      .filter(
        (line) =>
          line !== '' &&
          !/^245: (?:Must end with|Subfield _[bc] (?:must|should) be preceded)|^856: Indicator 2 must be .* it's "3"$/.test(
            line,
          ),
      );
  expect(linted(...files)).toEqual([]);
  const wrong = path.join(folder, 'wrong.xml');
  const [first] = files as [string];
  await writeFile(wrong, (await readFile(first, 'utf8')).replace(/(tag="300".*?)code="a"/, '$1code="z"'));
  expect(linted(wrong)).toEqual(['300: Subfield _z is not allowed.']);
});
