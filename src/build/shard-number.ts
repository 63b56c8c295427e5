/** A part of an edition that one of several machines makes: `3/8`, the third of eight. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** What a shard is, for who asks for one that is none. */
export const shardForm =
  '--shard takes a number and how many there are, from 1/1 to 999/999: --shard 3/8 is the third of eight';

/** Reads `3/8`; nothing of what is no such part. */
export function readShard(text: string): Shard | undefined {
  const [, number = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  return number >= 1 && number <= count ? { number, count } : undefined;
}

/** As it was asked for. */
export const shardName = ({ number, count }: Shard): string => `${number}/${count}`;

/** The articles of a shard: every so many of the edition, so that neighbours, which are often alike in size, are shared out. */
export const shardOf = (slugs: readonly string[], { number, count }: Shard): string[] =>
  slugs.filter((_, index) => index % count === number - 1);
