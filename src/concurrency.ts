/** How many files are open at once: more would only fill the memory. */
const atOnce = 16;

/** Does something with each of many things, a few at a time. */
export async function eachOf<T>(things: readonly T[], act: (thing: T) => Promise<void>): Promise<void> {
  const left = things.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const thing of left) await act(thing);
    }),
  );
}
