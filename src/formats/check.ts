/** Whether every format takes what is said of the versions, before any of them is written. */
import { z } from 'zod';
import { asReleased, type Edition, type Subject, subjectsOf } from '../edition/model.ts';
import { isOn } from '../edition/offers.ts';
import { readContent } from '../edition/reading/files.ts';
import { editionFile, frozenMetadataOf, metadataOf } from '../edition/reading/paths.ts';
import { readYaml } from '../edition/reading/yaml.ts';
import type { Fault } from '../faults.ts';
import type { Refused } from './format.ts';
import { formats } from './index.ts';

/** What formats refuse. */
export interface RefusedByFormats {
  /** What people can still change. */
  readonly faults: readonly Fault[];
  /** What a released version says: it is written as it is, and the registry will refuse it. */
  readonly released: readonly Fault[];
}

/**
 * Asks each format that the edition has what it refuses.
 *
 * @param root the folder of the edition, whose files are read again for the lines of what is refused
 */
export async function checkFormats(root: string, edition: Edition): Promise<RefusedByFormats> {
  const faults = new Map<string, Fault>();
  const released = new Map<string, Fault>();
  const on = formats.filter(({ extension }) => isOn(edition, extension));
  for (const subject of subjectsOf(edition)) {
    for (const refused of on.flatMap((format) => format.refuses?.(asReleased(subject)) ?? [])) {
      const fault = await faultOf(root, subject, refused);
      const isFixed =
        subject.version.status === 'released' && (refused.file === 'article' || refused.at[0] === 'articles');
      (isFixed ? released : faults).set(`${fault.file}:${fault.line} ${fault.what}`, fault);
    }
  }
  return { faults: [...faults.values()], released: [...released.values()] };
}

async function faultOf(root: string, { article, version }: Subject, { file, at, what, fix }: Refused): Promise<Fault> {
  const name =
    file === 'edition'
      ? editionFile
      : version.status === 'draft'
        ? metadataOf(article.slug)
        : frozenMetadataOf(article.slug, version.number);
  const content = await readContent(root, name, 'frozen');
  const read = 'faults' in content ? undefined : readYaml(content.text, z.looseObject({}), name);
  if (read === undefined || 'faults' in read) return { file: name, line: 1, what, fix };
  const list = read.value['articles'];
  const path =
    file === 'edition' && at[0] === 'articles' && Array.isArray(list) ? ['articles', list.indexOf(at[1])] : at;
  return { file: name, line: read.lineOf(path), what, fix };
}
