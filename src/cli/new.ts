/** `npm run new`: see `new-command.ts`. Another edition: `--root FOLDER`. */
import { runNew } from './new-command.ts';

// UTC, so that the day does not depend on the machine.
const { status, stdout, stderr } = await runNew(process.argv.slice(2), new Date().toISOString().slice(0, 10));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
