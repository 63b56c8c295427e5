/** What a build tells of itself while it works. */
export interface Progress {
  /** A step begins. */
  readonly step: (name: string) => void;
  /** How far the step is: so many of so many. */
  readonly at: (done: number, total: number) => void;
  /** The files of an article are made, which took so many milliseconds. */
  readonly article: (slug: string, milliseconds: number) => void;
  /** Something that explains why a build is as it is. */
  readonly note: (text: string) => void;
}

/** For a build that nobody watches. */
export const silent: Progress = { step: () => {}, at: () => {}, article: () => {}, note: () => {} };
