import type { Work } from '../../bibliography/work.ts';
import { describeVersion } from '../../edition/describe.ts';
import type { Subject } from '../../edition/model.ts';
import type { Format } from '../format.ts';

/** A bibliographic format: it writes any list of works, those that a version cites as well as the version itself. */
export interface WorksFormat {
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly writeWorks: (works: readonly Work[]) => string;
  /** Whether lists of cited works are offered in it too. */
  readonly lists: boolean;
}

/** The export of a version in a bibliographic format: its own description. */
export function versionFormat({ name, extension, mediaType, writeWorks }: WorksFormat): Format {
  return {
    name,
    extension,
    mediaType,
    write: (subject: Subject) => writeWorks([describeVersion(subject)]),
  };
}
