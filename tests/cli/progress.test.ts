import { describe, expect, test } from 'vitest';
import { showProgress } from '../../src/cli/progress.ts';

/** What is shown of three steps, the first of which counts to three and the last of which takes no time that can be said. */
function shown(isTTY: boolean, columns = 60): string {
  let text = '';
  let time = 0;
  const stream = {
    isTTY,
    columns,
    write: (piece: string) => {
      text += piece;
      return true;
    },
  };
  const progress = showProgress(stream as never, { now: () => time });
  progress.step('articles');
  for (const done of [1, 2, 3]) {
    time += 1000;
    progress.at(done, 3);
  }
  progress.step('search');
  time += 500;
  progress.step('card and icons');
  time += 49;
  progress.end('done: 7 files');
  return text;
}

/** What a terminal shows in the end: a line that is written anew takes the place of the one before. */
const onScreen = (text: string) =>
  text
    .split('\n')
    .map((line) => line.split('\r\u001b[2K').at(-1))
    .join('\n');

const lines =
  '    3.0 s  articles (3), 3.0 s\n    3.5 s  search, 0.5 s\n    3.5 s  card and icons\n    3.5 s  done: 7 files\n';

describe('progress', () => {
  test('is a line a step in a log, without codes', () => {
    expect(shown(false)).toBe(lines);
  });

  test('is one line written anew on a terminal, which says how far it is', () => {
    const text = shown(true);
    expect(text).toContain('articles …');
    expect(text).toContain('articles 2 of 3');
    expect(onScreen(text)).toBe(lines);
  });

  test('is written anew ten times a second at most', () => {
    let text = '';
    let time = 0;
    const write = (piece: string) => {
      text += piece;
      return true;
    };
    const progress = showProgress({ isTTY: true, columns: 60, write } as never, { now: () => time });
    progress.step('articles');
    for (const [done, at] of [0, 99, 100, 199, 200].entries()) {
      time = at;
      progress.at(done, 5);
    }
    expect([...text.matchAll(/(\d) of 5/g)].map(([, done]) => done)).toEqual(['0', '2', '4']);
  });

  test('never breaks its line on a narrow terminal', () => {
    const rewritten = shown(true, 16).split('\r\u001b[2K').slice(1);
    expect(rewritten.filter((piece) => !piece.includes('\n')).every((piece) => piece.length < 16)).toBe(true);
  });

  test('loses nothing on a terminal that says that it has no column', () => {
    expect(shown(true, 0)).toContain('articles 2 of 3\r');
  });
});

describe('a step that takes long', () => {
  test('says in a log every five seconds how far it is', () => {
    let text = '';
    let time = 0;
    const write = (piece: string) => {
      text += piece;
      return true;
    };
    const progress = showProgress({ isTTY: false, columns: 0, write } as never, { now: () => time });
    progress.step('articles');
    for (let done = 1; done <= 12; done += 1) {
      time = done * 1000;
      progress.at(done, 12);
    }
    progress.end();
    expect(text).toBe('    5.0 s  articles 5 of 12\n   10.0 s  articles 10 of 12\n   12.0 s  articles (12), 12.0 s\n');
  });
});

test('a table names what took how long, and the articles that took longest', () => {
  let text = '';
  let time = 0;
  const write = (piece: string) => {
    text += piece;
    return true;
  };
  const progress = showProgress({ isTTY: false, columns: 0, write } as never, { now: () => time, isVerbose: true });
  progress.step('articles');
  for (let number = 1; number <= 11; number += 1) progress.article(`tale-${number}`, number * 1000);
  time = 3000;
  progress.step('search');
  time = 4000;
  progress.end();
  const lines = text.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  expect(lines).toContain('3.0 s 75 % articles');
  expect(lines).toContain('1.0 s 25 % search');
  expect(lines).toContain('the 10 slowest of 11 articles, without their pages:');
  expect(lines.indexOf('11.0 s tale-11')).toBeLessThan(lines.indexOf('10.0 s tale-10'));
  expect(lines).not.toContain('1.0 s tale-1');
});
