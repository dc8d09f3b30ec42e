/** Changes single lines of a wrangler.toml, so that its comments stay. */
export function setInToml(text: string, name: string, value: string): string {
  const line = new RegExp(`^${name} = ".*"$`, 'm');
  if (!line.test(text)) throw new Error(`wrangler.toml has no line for ${name}`);
  if (/["\\\n]/.test(value))
    throw new Error(`the value for ${name} has a quotation mark or a backslash in it`);
  return text.replace(line, () => `${name} = "${value}"`);
}

/** The value on such a line; '' when it is empty or not there. */
export function inToml(text: string, name: string): string {
  return new RegExp(`^${name} = "(.*)"$`, 'm').exec(text)?.[1] ?? '';
}
