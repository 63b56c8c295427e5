/** Names that Windows keeps for devices, whatever follows the first dot (Microsoft: Naming Files, Paths, and Namespaces). */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The longest path that every program unpacks: 260 characters in Windows, less a folder of the reader's own. */
const longest = 200;

/**
 * The paths that some system or program for archives would not write as they are: other characters than ASCII letters,
 * digits, `.`, `_`, `-`; a part that ends with a dot or is a device of Windows; two that differ in case alone; long ones.
 */
export function unsafePaths(files: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  for (const file of files) seen.set(file.toLowerCase(), (seen.get(file.toLowerCase()) ?? 0) + 1);
  return files.filter(
    (file) =>
      file.length > longest ||
      (seen.get(file.toLowerCase()) ?? 0) > 1 ||
      file.split('/').some((part) => !/^[\w.-]*[\w-]$/.test(part) || devices.test(part)),
  );
}
