/**
 * `$x^2$`, a formula in a line, for micromark and mdast, by pandoc's rules (extension `tex_math_dollars`): no space stands inside the
 * signs and no digit behind the second, so that prices are none. `micromark-extension-math` brings KaTeX, and takes prices for
 * formulas.
 */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula';
    formulaSign: 'formulaSign';
    formulaText: 'formulaText';
  }
}

declare module 'mdast' {
  interface InlineFormula extends Literal {
    type: 'inlineFormula';
  }
  interface PhrasingContentMap {
    inlineFormula: InlineFormula;
  }
  interface RootContentMap {
    inlineFormula: InlineFormula;
  }
}

const dollar = 36;
const backslash = 92;
/** Ends of lines are below -2, spaces and tabs are -2, -1 and 32. */
const isEnd = (code: Code) => code === null || code < -2;
const isSpace = (code: Code) => code === -2 || code === -1 || code === 32;
const isDigit = (code: Code) => code !== null && code > 0 && /\p{Nd}/u.test(String.fromCodePoint(code));

const tokenize: Tokenizer = function (effects, ok, nok) {
  const { previous } = this;
  let last: Code = null;
  const inside: State = (code) => {
    if (isEnd(code)) return nok(code);
    if (code === dollar) {
      if (isSpace(last)) return nok(code);
      effects.exit('formulaText');
      effects.enter('formulaSign');
      effects.consume(code);
      effects.exit('formulaSign');
      effects.exit('formula');
      return (next) => (isDigit(next) ? nok(next) : ok(next));
    }
    last = code;
    effects.consume(code);
    return code === backslash ? escaped : inside;
  };
  const escaped: State = (code) => {
    if (isEnd(code)) return nok(code);
    last = code;
    effects.consume(code);
    return inside;
  };
  return (code) => {
    effects.enter('formula');
    effects.enter('formulaSign');
    effects.consume(code);
    effects.exit('formulaSign');
    return (first) => {
      // Two signs are what others write for a formula on a line of its own.
      if (previous === dollar || isEnd(first) || isSpace(first) || first === dollar) return nok(first);
      effects.enter('formulaText');
      return inside(first);
    };
  };
};

const construct: Construct = { name: 'formula', tokenize };

/** For micromark. */
export const formulaSyntax: Extension = { text: { [dollar]: construct } };

/** For mdast-util-from-markdown: a node `inlineFormula` whose value is the TeX. */
export const formulaTree: TreeExtension = {
  enter: {
    formula(token) {
      this.enter({ type: 'inlineFormula', value: '' }, token);
    },
  },
  exit: {
    formulaText(token) {
      const node = this.stack.at(-1);
      if (node?.type === 'inlineFormula') node.value = this.sliceSerialize(token);
    },
    formula(token) {
      this.exit(token);
    },
  },
};
