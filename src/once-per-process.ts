/**
 * A value that a process makes once. Astro bundles the modules of the pages apart from those of the build that runs them:
 * what stands in a module stands twice, what stands here does not.
 *
 * @param name a name of its own
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const values = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`estenad.${name}`);
  const value = values[key] ?? make();
  values[key] = value;
  return value;
}
