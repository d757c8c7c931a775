import { operatorOf } from './catalogue.ts';
import { type Expression, isExpression, type Kind } from './expression.ts';
import type { FeatureDeclaration } from './feature.ts';
import { fits, refusal } from './operator.ts';
import { type Scope, scopeOf } from './scope.ts';

/**
 * The kind of an expression, after checking all of it: operators, parts, kinds, fields, lookups, and that it reads
 * nothing from the future.
 * @throws RikuyError `invalid-declaration` naming the feature or rule, what was expected, what came, how to repair it
 */
export function kindOf(expression: Expression, scope: Scope): Kind {
  if (!isExpression(expression))
    throw refusal(scope, 'expected an expression; write it with the words given to `features` or `expression`.');
  const operator = operatorOf(expression, scope);
  const operands = operator.operands(expression, scope).map(operand => kindOf(operand, scope));
  const past = operator.pastOperands?.(expression, scope);
  return operator.kind(expression, operands, scope, past ? kindsInPast(past.expressions, past.recordType, scope) : []);
}

/** An unknown type of record is for the operator to refuse: it knows which ones it could have been. */
function kindsInPast(expressions: readonly Expression[], recordType: string, scope: Scope): readonly Kind[] {
  if (!Object.hasOwn(scope.records, recordType)) return [];
  return expressions.map(expression => kindOf(expression, scopeOf(scope, recordType)));
}

/** Checks every feature, and that none is made from itself. @throws RikuyError `invalid-declaration` */
export function checkFeatures(scope: Omit<Scope, 'subject'>): void {
  for (const declared of scope.features.values()) {
    const place = { ...scope, subject: `feature \`${declared.name}\`` };
    refuseWrongKind(declared, kindOf(declared.value, place), place);
    refuseWrongVersion(declared, place);
  }
  refuseCycles({ ...scope, subject: 'features' });
}

/** Versions form a line: each follows an earlier declared one of the same kind, which nothing else follows. */
function refuseWrongVersion({ name, kind, replaces }: FeatureDeclaration, scope: Scope): void {
  if (replaces === undefined) return;
  const declared = [...scope.features.keys()];
  const earlier = scope.features.get(replaces);
  if (!earlier || declared.indexOf(replaces) > declared.indexOf(name))
    throw refusal(
      scope,
      `\`replaces\` names a feature declared before it; got \`${replaces}\`. Keep the earlier version above the next one.`,
    );
  if (earlier.kind !== kind)
    throw refusal(
      scope,
      `it is a ${kind} and replaces \`${replaces}\`, a ${earlier.kind}. Declare it as a feature of its own.`,
    );
  const other = declared.find(one => one !== name && scope.features.get(one)!.replaces === replaces);
  if (other !== undefined)
    throw refusal(
      scope,
      `\`${replaces}\` is replaced by \`${other}\` and \`${name}\`. Let one of them replace the other.`,
    );
}

function refuseWrongKind({ kind, value }: FeatureDeclaration, found: Kind, scope: Scope): void {
  if (fits(found, kind)) return;
  const repair =
    found === 'category'
      ? "Declare `kind: 'category'`, or make a number of it with `ordinal`."
      : found === 'time'
        ? 'Take a part of the time with `month`, `hour`…'
        : "Declare `kind: 'number'`, or take a category.";
  throw refusal(scope, `it is declared to be a ${kind}; \`${value.op}\` gives a ${found}. ${repair}`);
}

function refuseCycles(scope: Scope): void {
  const finished = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) {
      const cycle = [...path.slice(path.indexOf(name)), name].join(' → ');
      throw refusal(
        { ...scope, subject: `feature \`${name}\`` },
        `it is made from itself: ${cycle}. Break the circle.`,
      );
    }
    if (finished.has(name)) return;
    for (const part of featuresIn(scope.features.get(name)!.value, scope)) visit(part, [...path, name]);
    finished.add(name);
  };
  for (const name of scope.features.keys()) visit(name, []);
}

/** The features that an expression reads by name. */
function featuresIn(expression: Expression, scope: Scope): ReadonlySet<string> {
  return new Set(lineageOf(expression, scope).features);
}

/** What an expression reads, each once, in the order in which it is read. */
export function lineageOf(
  expression: Expression,
  scope: Scope,
): { readonly sources: readonly string[]; readonly features: readonly string[] } {
  const operator = operatorOf(expression, scope);
  const own = operator.sources(expression, scope);
  const past = operator.pastOperands?.(expression, scope);
  const parts = [
    own,
    ...operator.operands(expression, scope).map(operand => lineageOf(operand, scope)),
    ...(past?.expressions ?? []).map(operand => lineageOf(operand, scopeOf(scope, past!.recordType))),
  ];
  return {
    sources: [...new Set(parts.flatMap(({ sources }) => sources))],
    features: [...new Set(parts.flatMap(({ features }) => features))],
  };
}

/** The formula of an expression as people read it. */
export function formulaOf(expression: Expression, scope: Scope): string {
  const operator = operatorOf(expression, scope);
  const past = operator.pastOperands?.(expression, scope);
  return operator.formula(
    expression,
    operator.operands(expression, scope).map(operand => bracketed(operand, scope)),
    (past?.expressions ?? []).map(operand => bracketed(operand, scopeOf(scope, past!.recordType))),
  );
}

function bracketed(operand: Expression, scope: Scope): string {
  const formula = formulaOf(operand, scope);
  return operatorOf(operand, scope).infix ? `(${formula})` : formula;
}
