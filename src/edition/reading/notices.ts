/** Reads what was said of released versions since: `content/articles/SLUG/notices.yaml`. */
import type { Fault } from '../../faults.ts';
import type { Notice } from '../notices.ts';
import { sealOfNotice } from './digests.ts';
import { noticesOf, versionsOf } from './paths.ts';
import type { NoticeEntry, VersionsFile } from './schemas.ts';
import type { LineOf } from './yaml.ts';

/** A list of a content file, and where each part of it stands. */
interface Listed<T> {
  readonly value: readonly T[];
  readonly lineOf: LineOf;
}

/**
 * Joins the notices to the versions, and finds what is wrong with them: a version that is not released, days out of order, a seal
 * that does not hold, one fewer than `versions.yaml` counts.
 *
 * @param notices nothing if there is no such file
 * @returns those of each version by its number, in the order of the file
 */
export function checkNotices(
  slug: string,
  versions: Listed<VersionsFile[number]>,
  notices: Listed<NoticeEntry> | undefined,
): { readonly notices: ReadonlyMap<string, readonly Notice[]>; readonly faults: readonly Fault[] } {
  const file = noticesOf(slug);
  const history = `git log -- ${file} shows its history`;
  const found = new Map<string, Notice[]>();
  const faults: Fault[] = [];
  (notices?.value ?? []).forEach((entry, index, all) => {
    const { version: number, seal, ...notice } = entry;
    const before = all[index - 1];
    const fault = (field: string, what: string, fix: string) =>
      faults.push({ file, line: notices?.lineOf(['notices', index, field]) ?? 1, what, fix });
    const released = versions.value.find(({ version }) => version === number);
    const sealed = sealOfNotice(entry, before?.seal);
    if (released?.digest === undefined)
      fault(
        'version',
        released ? `version ${number} is a draft` : `there is no version ${number}`,
        released
          ? `put the change into the draft: notices are of released versions`
          : `name one of ${versions.value.map(({ version }) => version).join(', ')}`,
      );
    else if (notice.date < released.date)
      fault(
        'date',
        `the notice is of ${notice.date}, before the release of ${number} on ${released.date}`,
        'correct the date',
      );
    if (before && notice.date < before.date)
      fault(
        'date',
        `the notice is of ${notice.date}, before the one above it, of ${before.date}`,
        'list notices in the order of their days, the last one last',
      );
    if (seal === undefined)
      fault('version', 'the notice has no seal', `seal it once it is finished: npm run new -- notice ${slug}`);
    else if (seal !== sealed)
      fault(
        'version',
        `the notice has changed, or one before it is gone: its seal would be ${sealed}`,
        `restore the file as it was (${history}), and add what is to be said now as a new notice`,
      );
    found.set(number, [...(found.get(number) ?? []), notice]);
  });
  versions.value.forEach(({ version, notices: counted = 0 }, index) => {
    const count = found.get(version)?.length ?? 0;
    // One that is not sealed yet is not counted, and has its fault already.
    const sealed = notices?.value.filter((notice) => notice.version === version && notice.seal).length ?? 0;
    if (sealed === counted || sealed !== count) return;
    faults.push({
      file: versionsOf(slug),
      line: versions.lineOf([index, counted > 0 ? 'notices' : 'version']),
      what: `version ${version} has ${counted} notices by this list, and ${sealed} in ${file}`,
      fix:
        sealed < counted
          ? `restore ${file} as it was (${history}): a notice is never taken away`
          : `write notices: ${sealed}, as npm run new -- notice does`,
    });
  });
  return { notices: found, faults };
}
