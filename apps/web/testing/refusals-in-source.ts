import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** A sentence that a refusal can be made with; where something is put in stands `HOLE`. */
export interface Refusal {
  /** The codes it may come with, as far as the source says them. */
  codes: readonly string[];
  sentence: string;
  /** `libs/engine/act.ts:121`. */
  at: string;
}

export const HOLE = '\u0000';
const HAN = /\p{Script=Han}/u;
const ROOT = join(import.meta.dirname, '../../..');
const MOST_OF_ONE = 64;
const DEEPEST = 14;

const parsed = new Map<string, ts.SourceFile>();
function parse(file: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

type Made = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | ts.MethodDeclaration;
const isMade = (node: ts.Node): node is Made =>
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node);
type Declared = ts.VariableDeclaration | ts.FunctionDeclaration | { of: Made; at: number };

const isNamed = (node: ts.VariableDeclaration | ts.ParameterDeclaration, name: string): boolean =>
  ts.isIdentifier(node.name) && node.name.text === name;

function moduleFile(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return join(ROOT, 'libs', specifier.slice(1), 'index.ts');
  return specifier.startsWith('.') ? join(dirname(from), specifier.replace(/\.js$/u, '.ts')) : null;
}

/** What a file declares at its top, or gives on from another. */
function topLevel(file: string | null, name: string): ts.VariableDeclaration | ts.FunctionDeclaration | null {
  if (file === null || !existsSync(file)) return null;
  for (const statement of parse(file).statements) {
    const own = declaredBy(statement, name);
    if (own !== null) return own;
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) continue;
    const { exportClause, moduleSpecifier } = statement;
    const next = moduleFile(file, (moduleSpecifier as ts.StringLiteral).text);
    if (exportClause !== undefined && !ts.isNamedExports(exportClause)) continue;
    const given = exportClause?.elements.find((each) => each.name.text === name);
    if (exportClause !== undefined && given === undefined) continue;
    const found = topLevel(next, (given?.propertyName ?? given?.name)?.text ?? name);
    if (found !== null) return found;
  }
  return null;
}

function declaredBy(statement: ts.Statement, name: string) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.find((each) => isNamed(each, name)) ?? null;
  return ts.isFunctionDeclaration(statement) && statement.name?.text === name ? statement : null;
}

function imported(statement: ts.Statement, name: string, file: string) {
  if (!ts.isImportDeclaration(statement)) return null;
  const bindings = statement.importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return null;
  const found = bindings.elements.find((each) => each.name.text === name);
  if (found === undefined) return null;
  return topLevel(
    moduleFile(file, (statement.moduleSpecifier as ts.StringLiteral).text),
    (found.propertyName ?? found.name).text,
  );
}

function declarationOf(identifier: ts.Identifier): Declared | null {
  const name = identifier.text;
  for (let scope: ts.Node = identifier.parent; ; scope = scope.parent) {
    if (isMade(scope)) {
      const at = scope.parameters.findIndex((each) => isNamed(each, name));
      if (at >= 0) return { of: scope, at };
    }
    if (ts.isBlock(scope) || ts.isSourceFile(scope) || ts.isCaseClause(scope))
      for (const statement of scope.statements) {
        const found =
          declaredBy(statement, name) ?? imported(statement, name, scope.getSourceFile().fileName);
        if (found !== null) return found;
      }
    if (ts.isSourceFile(scope)) return null;
  }
}

function returnsOf(made: Made): ts.Expression[] {
  const { body } = made;
  if (body === undefined) return [];
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    else if (!isMade(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}

/** What is given for a parameter by those of its file who call the function. */
function givenFor({ of, at }: { of: Made; at: number }): ts.Expression[] {
  const named = of.name ?? (ts.isVariableDeclaration(of.parent) ? of.parent.name : undefined);
  if (named === undefined || !ts.isIdentifier(named)) return [];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === named.text
    ) {
      const given = node.arguments[at];
      if (given !== undefined) found.push(given);
    }
    ts.forEachChild(node, visit);
  };
  visit(of.getSourceFile());
  return found;
}

const under = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isSatisfiesExpression(node) ||
  ts.isNonNullExpression(node) ||
  ts.isAwaitExpression(node)
    ? under(node.expression)
    : node;

function tableOf(node: ts.Expression): ts.ObjectLiteralExpression | null {
  const bare = under(node);
  if (ts.isObjectLiteralExpression(bare)) return bare;
  const found = ts.isIdentifier(bare) ? declarationOf(bare) : null;
  return found !== null && 'initializer' in found && found.initializer ? tableOf(found.initializer) : null;
}

const membersOf = (table: ts.ObjectLiteralExpression | null): ts.PropertyAssignment[] =>
  [...(table?.properties ?? [])].flatMap((each) => (ts.isPropertyAssignment(each) ? [each] : []));

const joined = (heads: readonly string[], tails: readonly string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail)).slice(0, MOST_OF_ONE);

/** Every text that an expression can come to; `HOLE` for what is known only when the program runs. */
function textsOf(expression: ts.Expression, depth = 0): string[] {
  const node = under(expression);
  const of = (each: ts.Expression): string[] => textsOf(each, depth + 1);
  const all = (each: readonly ts.Expression[]): string[] => (each.length === 0 ? [HOLE] : each.flatMap(of));
  if (depth > DEEPEST) return [HOLE];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (node.kind === ts.SyntaxKind.NullKeyword) return [];
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce(
      (before, { expression: put, literal }) => {
        const said = of(put).map((text) => (HAN.test(text) || text.includes(HOLE) ? text : text && HOLE));
        return joined(joined(before, [...new Set(said)]), [literal.text]);
      },
      [node.head.text],
    );
  if (ts.isConditionalExpression(node)) return [...of(node.whenTrue), ...of(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.PlusToken) return joined(of(node.left), of(node.right));
    const either = kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;
    return either ? [...of(node.left), ...of(node.right)] : [HOLE];
  }
  if (ts.isIdentifier(node)) {
    if (node.text === 'undefined') return [];
    const found = declarationOf(node);
    if (found === null) return [HOLE];
    if ('of' in found) return all(givenFor(found));
    return ts.isVariableDeclaration(found) && found.initializer && !isMade(found.initializer)
      ? of(found.initializer)
      : [HOLE];
  }
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const members = membersOf(tableOf(node.expression));
    const meant = ts.isPropertyAccessExpression(node)
      ? members.filter(({ name }) => 'text' in name && name.text === node.name.text)
      : members;
    return all(meant.map(({ initializer }) => initializer));
  }
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [HOLE];
  const called = declarationOf(node.expression);
  if (called === null || 'of' in called) return [HOLE];
  const made = ts.isVariableDeclaration(called) ? called.initializer : called;
  return made !== undefined && isMade(made) ? all(returnsOf(made)) : [HOLE];
}

const MAKERS = new Set(['refuse', 'problem', 'ProblemError']);

function refusalsOf(file: string): Refusal[] {
  const source = parse(file);
  const found: Refusal[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
    if (!ts.isIdentifier(node.expression) || !MAKERS.has(node.expression.text)) return;
    const [code, sentence] = node.arguments ?? [];
    if (code === undefined || sentence === undefined) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const at = `${file.slice(ROOT.length + 1)}:${line}`;
    const codes = [...new Set(textsOf(code))];
    for (const text of new Set(textsOf(sentence))) found.push({ codes, sentence: text, at });
  };
  visit(source);
  return found;
}

/** Every sentence that the sources refuse with, read from them; those wholly unknown are a `HOLE`. */
export function refusalsInSource(): Refusal[] {
  const files = ['libs', 'apps/api'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.(?:spec|it|e2e|d)\.ts$|(?:^|\/)testing\//u.test(file))
      .map((file) => join(ROOT, folder, file)),
  );
  return files
    .filter((file) => /\b(?:refuse|problem|ProblemError)\(/u.test(readFileSync(file, 'utf8')))
    .flatMap(refusalsOf);
}

/** Refusals that have one sentence for each code: `MESSAGES` of their files. */
export function refusalTables(): Refusal[] {
  return ['libs/identity/identity-rejection.ts', 'libs/documents/document-refused.ts'].flatMap((at) => {
    const table = topLevel(join(ROOT, at), 'MESSAGES');
    const made = table && 'initializer' in table ? table.initializer : undefined;
    return membersOf(made === undefined ? null : tableOf(made)).flatMap(({ name, initializer }) =>
      textsOf(initializer).map((sentence) => ({ codes: [name.getText()], sentence, at })),
    );
  });
}

/** Every whole sentence of a file, whatever becomes of it. */
export function sentencesIn(at: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
      found.push(...textsOf(node).filter((text) => text.endsWith('。')));
    else ts.forEachChild(node, visit);
  };
  visit(parse(join(ROOT, at)));
  return found;
}

/** What the rules of a schema say where something breaks them: `message`, the words of `regex` and `refine`, and of `complain`. */
export function messagesIn(at: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'message')
      found.push(...textsOf(node.initializer));
    if (!ts.isCallExpression(node)) return;
    const [, words] = node.arguments;
    const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
    if (words !== undefined && /^(?:regex|refine|complain)$/u.test(called.getText()))
      found.push(...textsOf(words));
  };
  visit(parse(join(ROOT, at)));
  return found.filter((text) => HAN.test(text));
}
