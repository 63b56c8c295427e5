import { BusyCache } from '../build/cache.ts';
import { UnfitTarget } from '../build/target.ts';

/** What the disk or the system refuses, said for people; every other error is a fault of the program. */
const refusals: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'disk quota exceeded',
  EROFS: 'the disk is read-only',
  EACCES: 'permission denied',
  EMFILE: 'too many files are open',
};

/** What a refusal of the target, the disk or the system says to people; nothing of other errors. */
export function refusalOf(error: unknown): string | undefined {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  if (error instanceof UnfitTarget || error instanceof BusyCache) return message;
  return refusals[code] && `${refusals[code]}: ${message.split('\n')[0]}`;
}
