type Value = number | undefined;
type Values = Record<string, Value>;

const TOKEN = /\s*(>=|[-+*/(),]|[A-Za-z_]\w*|\d+(?:\.\d+)?)/y;

const tokensOf = (text: string): string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text);
    if (!found) throw new Error(`The metric expression ${text} has no local meaning yet`);
    tokens.push(found[1] ?? '');
  }
  return tokens;
};

const operators: Record<string, (a: number, b: number) => number> = {
  '>=': (a, b) => Number(a >= b),
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};
/** Loosest first. */
const levels = [['>='], ['+', '-'], ['*', '/']];

const functions: Record<string, (parameters: Value[]) => Value> = {
  IF([holds, yes, no]) {
    if (holds === undefined) return undefined;
    return holds === 0 ? no : yes;
  },
  FILL: ([value, other]) => value ?? other,
};

/** CloudWatch's metric math, as far as the templates use it: what has no value makes no value. */
export const evaluate = (text: string, values: Values): Value => {
  const tokens = tokensOf(text);
  const take = (): string => tokens.shift() ?? '';

  const parameters = (): Value[] => {
    const found: Value[] = [];
    for (let next = '('; next !== ')'; next = take()) found.push(level(0));
    return found;
  };
  const operand = (): Value => {
    const token = take();
    if (token === '(') {
      const inner = level(0);
      take();
      return inner;
    }
    if (/^\d/.test(token)) return Number(token);
    if (tokens[0] !== '(') return values[token];
    take();
    return functions[token]?.(parameters());
  };
  const level = (depth: number): Value => {
    const own = levels[depth];
    if (!own) return operand();
    let left = level(depth + 1);
    while (own.includes(tokens[0] ?? '')) {
      const apply = operators[take()];
      const right = level(depth + 1);
      left = left === undefined || right === undefined ? undefined : apply?.(left, right);
    }
    return left;
  };
  return level(0);
};
