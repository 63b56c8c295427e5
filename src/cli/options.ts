import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * Reads the options of a command. `--help` prints how it is used and ends; a line that is none of it is told so in one line,
 * and the command ends with 1.
 *
 * @param usage the line that shows the command with its options
 * @param config its options, without `help`
 */
export function readOptions<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    return endWith(`${message.split(/\. |\n/)[0]}\n${usage}`);
  }
}

/** Ends a command with what is wrong with how it was called. */
export function endWith(message: string): never {
  console.error(message);
  process.exit(1);
}
