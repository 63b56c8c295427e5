/** Programs of PyPI that tests ask: `.ci/python.sh` installs them. */
import path from 'node:path';
import { program, type Requirement } from './installed.ts';

const folder = process.env['ESTENAD_PYTHON'] ?? path.resolve(import.meta.dirname, '../../.cache/python');

/** Python with what `.ci/requirements.txt` names. */
export const python = path.join(folder, 'bin/python3');

/** A module of it, by the name under which it is imported. */
export const pythonModule = (name: string): Requirement => ({
  ...program(python, 'PyPI', ['-c', `import ${name}`]),
  missing: `${name} is not in ${path.relative(process.cwd(), folder)} (.ci/python.sh, ESTENAD_PYTHON)`,
});
