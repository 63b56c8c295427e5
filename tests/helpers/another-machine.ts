/**
 * Loaded before a build (`node --import`), it makes the machine another one: 400 days later by the clock, and with folders
 * that list their entries the other way round.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const later = 400 * 24 * 60 * 60 * 1000;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) => Reflect.construct(target, args.length === 0 ? [target.now() + later] : args),
  apply: (target) => new target(target.now() + later).toString(),
  get: (target, name) => (name === 'now' ? () => target.now() + later : Reflect.get(target, name)),
});

type Reader = (...args: never[]) => unknown;

/** The function with the list that it answers, returns or hands on, turned round. */
function turned(read: Reader): Reader {
  const turn = (value: unknown) => (Array.isArray(value) ? value.reverse() : value);
  return (...args) => {
    const callback = args.at(-1) as unknown;
    if (typeof callback === 'function') {
      const handOn = (error: unknown, value: unknown) => callback(error, turn(value));
      return read(...([...args.slice(0, -1), handOn] as never[]));
    }
    const answer = read(...args);
    return answer instanceof Promise ? answer.then(turn) : turn(answer);
  };
}

for (const [module, name] of [
  [fs, 'readdir'],
  [fs, 'readdirSync'],
  [fs.promises, 'readdir'],
] as const) {
  const functions = module as unknown as Record<string, Reader>;
  functions[name] = turned((functions[name] as Reader).bind(module));
}
syncBuiltinESMExports();
