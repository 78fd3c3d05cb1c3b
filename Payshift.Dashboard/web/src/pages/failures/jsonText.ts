const indent = '  ';
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON with a line for each value. Every token stays as it was written: parsing and printing would round long numbers, drop
 * doubled names and change escapes. Undefined where the text is no JSON.
 */
export function prettyJson(text: string): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }

  const parts: string[] = [];
  let depth = 0;
  let before = '';
  for (const [token] of text.matchAll(tokens)) {
    const closes = token === '}' || token === ']';
    const opened = before === '{' || before === '[';
    if (closes) {
      depth -= 1;
    }

    if ((opened && !closes) || (closes && !opened) || before === ',') {
      parts.push('\n', indent.repeat(depth));
    }

    parts.push(token);
    if (token === ':') {
      parts.push(' ');
    }

    if (token === '{' || token === '[') {
      depth += 1;
    }

    before = token;
  }

  return parts.join('');
}
