/**
 * `^2^`, a superscript as in pandoc's Markdown, for micromark and mdast. `remark-supersub` looks for the signs when the text is
 * parsed, where `\^` is a bare sign already and a superscript can hold no other mark.
 */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { splice } from 'micromark-util-chunked';
import { classifyCharacter } from 'micromark-util-classify-character';
import { resolveAll } from 'micromark-util-resolve-all';
import type { Construct, Event, Extension, Resolver, Token, Tokenizer } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    superscript: 'superscript';
    superscriptSign: 'superscriptSign';
    superscriptMark: 'superscriptMark';
    superscriptText: 'superscriptText';
  }
}

declare module 'mdast' {
  interface Superscript extends Parent {
    type: 'superscript';
    children: PhrasingContent[];
  }
  interface PhrasingContentMap {
    superscript: Superscript;
  }
  interface RootContentMap {
    superscript: Superscript;
  }
}

const caret = 94;
/** What `classifyCharacter` says of white space and of the ends of a text. */
const whitespace = 1;

/** A sign can open before what is no space, and close behind what is none. */
const tokenize: Tokenizer = function (effects, ok) {
  const before = classifyCharacter(this.previous);
  return (code) => {
    effects.enter('superscriptSign');
    effects.consume(code);
    return (next) => {
      const sign = effects.exit('superscriptSign');
      sign._open = classifyCharacter(next) !== whitespace;
      sign._close = before !== whitespace;
      return ok(next);
    };
  };
};

/** Makes a superscript of two signs with no space between them; a sign without its other is text. */
const resolvePairs: Resolver = (events, context) => {
  let opening: number | undefined;
  for (let index = 0; index < events.length; index += 1) {
    const [kind, sign] = events[index] as Event;
    if (kind !== 'enter' || sign.type !== 'superscriptSign') continue;
    const first = opening === undefined ? undefined : events[opening]?.[1];
    const text: Token | undefined = first && {
      type: 'superscriptText',
      start: { ...first.end },
      end: { ...sign.start },
    };
    if (opening === undefined || !first || !text || !sign._close || !isOneWord(context.sliceSerialize(text))) {
      opening = sign._open ? index : undefined;
      continue;
    }
    const whole: Token = { type: 'superscript', start: { ...first.start }, end: { ...sign.end } };
    first.type = 'superscriptMark';
    sign.type = 'superscriptMark';
    const inside = events.slice(opening + 2, index);
    const constructs = context.parser.constructs.insideSpan.null;
    const made: Event[] = [
      ['enter', whole, context],
      ['enter', first, context],
      ['exit', first, context],
      ['enter', text, context],
      ...(constructs ? resolveAll(constructs, inside, context) : inside),
      ['exit', text, context],
      ['enter', sign, context],
      ['exit', sign, context],
      ['exit', whole, context],
    ];
    splice(events, opening, index + 2 - opening, made);
    index = opening + made.length - 1;
    opening = undefined;
  }
  for (const [, token] of events) if (token.type === 'superscriptSign') token.type = 'data';
  return events;
};

const isOneWord = (text: string) => text !== '' && !/\s/.test(text);

const construct: Construct = { name: 'superscript', tokenize, resolveAll: resolvePairs };

/** For micromark. */
export const superscriptSyntax: Extension = {
  text: { [caret]: construct },
  insideSpan: { null: [construct] },
};

/** For mdast-util-from-markdown: a node `superscript` with running text. */
export const superscriptTree: TreeExtension = {
  canContainEols: ['superscript'],
  enter: {
    superscript(token) {
      this.enter({ type: 'superscript', children: [] }, token);
    },
  },
  exit: {
    superscript(token) {
      this.exit(token);
    },
  },
};
