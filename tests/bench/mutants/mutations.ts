/**
 * The faults that can be planted in a piece of TypeScript: small changes that a slip of the hand could make, found in its syntax
 * tree. The kinds are those of the usual tools (PIT, Stryker): negated conditions, swapped operators, changed literals, removed
 * statements, calls, entries and properties.
 */
import ts from 'typescript';

/** A change of one place. */
export interface Change {
  /** Offsets in the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

const swapped: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
  [ts.SyntaxKind.PercentToken]: '*',
  [ts.SyntaxKind.PlusEqualsToken]: '-=',
  [ts.SyntaxKind.MinusEqualsToken]: '+=',
};

/** Methods that take the place of one another. */
const renamed: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  trimStart: 'trimEnd',
  trimEnd: 'trimStart',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
};

/** Methods that can be left out: what they are called on has the type of what they answer. */
const droppable: ReadonlySet<string> = new Set(
  'filter sort toSorted reverse toReversed slice trim toLowerCase toUpperCase replace replaceAll normalize concat padStart padEnd'.split(
    ' ',
  ),
);

/** Changes of a regular expression: without its anchors and flags, with its repetitions and sets the other way round. */
function* inPattern(text: string, start: number): Generator<Change> {
  const close = text.lastIndexOf('/');
  const at = (from: number, length: number, replacement: string): Change => ({
    start: start + from,
    end: start + from + length,
    replacement,
  });
  for (const [index, flag] of [...text.slice(close + 1)].entries())
    if ('gimsy'.includes(flag)) yield at(close + 1 + index, 1, '');
  let isSet = false;
  for (let index = 1; index < close; index += 1) {
    const [sign, next = ''] = [text[index] as string, text[index + 1]];
    if (sign === '\\') {
      if ('dDwWsSbB'.includes(next)) {
        const other = next === next.toLowerCase() ? next.toUpperCase() : next.toLowerCase();
        yield at(index + 1, 1, other);
      }
      index += 1;
    } else if (isSet) isSet = sign !== ']';
    else if (sign === '[') {
      isSet = true;
      yield next === '^' ? at(index + 1, 1, '') : at(index, 1, '[^');
    } else if ((sign === '^' && index === 1) || (sign === '$' && index === close - 1)) yield at(index, 1, '');
    else if (sign === '+' && next !== '?') yield at(index, 1, '');
    else if (sign === '*' && next !== '?') yield at(index, 1, '+');
    else if (sign === '?' && text[index - 1] !== '(' && !'+*?}'.includes(text[index - 1] as string))
      yield at(index, 1, '');
  }
}

/** Whether a text stands where no value is: as the name of a module, a property or a type. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isJsxAttribute(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}

/** One entry of a list with the comma that goes with it. */
function* without(list: ts.NodeArray<ts.Node>, source: ts.SourceFile): Generator<Change> {
  for (const [index, node] of list.entries()) {
    const next = list[index + 1];
    const before = list[index - 1];
    yield {
      start: next || !before ? node.getStart(source) : before.end,
      end: next ? next.getStart(source) : node.end,
      replacement: '',
    };
  }
}

function* changesOf(node: ts.Node, source: ts.SourceFile): Generator<Change> {
  const [start, end] = [node.getStart(source), node.end];
  const text = source.text.slice(start, end);
  const instead = (one: ts.Node, replacement: string): Change => ({
    start: one.getStart(source),
    end: one.end,
    replacement,
  });
  const negated = (condition: ts.Expression): Change =>
    ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken
      ? instead(condition, condition.operand.getText(source))
      : instead(condition, `!(${condition.getText(source)})`);

  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) yield negated(node.expression);
  else if (ts.isConditionalExpression(node)) yield negated(node.condition);
  else if (ts.isBinaryExpression(node)) {
    const other = swapped[node.operatorToken.kind];
    if (other !== undefined) yield instead(node.operatorToken, other);
    if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
      yield instead(node, `(${node.right.getText(source)})`);
  } else if (ts.isNumericLiteral(node) && !ts.isLiteralTypeNode(node.parent))
    yield instead(node, `${Number(node.text) + 1}`);
  else if (node.kind === ts.SyntaxKind.TrueKeyword && !ts.isLiteralTypeNode(node.parent)) yield instead(node, 'false');
  else if (node.kind === ts.SyntaxKind.FalseKeyword && !ts.isLiteralTypeNode(node.parent)) yield instead(node, 'true');
  else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    if (node.text !== '' && !isName(node)) yield instead(node, "''");
  } else if (ts.isTemplateExpression(node)) yield instead(node, "''");
  else if (ts.isRegularExpressionLiteral(node)) yield* inPattern(text, start);
  else if (ts.isExpressionStatement(node) || ts.isContinueStatement(node) || ts.isThrowStatement(node))
    yield instead(node, ';');
  else if (ts.isReturnStatement(node) && node.parent.kind !== ts.SyntaxKind.CaseClause) yield instead(node, ';');
  else if (ts.isArrayLiteralExpression(node)) yield* without(node.elements, source);
  else if (ts.isObjectLiteralExpression(node)) yield* without(node.properties, source);
  else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const other = renamed[name.text];
    if (other !== undefined) yield instead(name, other);
    if (droppable.has(name.text)) yield { start: expression.end, end, replacement: '' };
  }
}

/** Every change that can be made in a file, in the order of its text; not in types, nor in what names modules. */
export function changesIn(source: ts.SourceFile): Change[] {
  const changes: Change[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isTypeAliasDeclaration(node) || ts.isModuleDeclaration(node)) return;
    changes.push(...changesOf(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return changes.sort((a, b) => a.start - b.start || a.end - b.end);
}
