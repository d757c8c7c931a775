/** The value at a path of names, `data.items`; the value itself for an empty path; undefined where there is none. */
export function atPath(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((found, name) => {
    const isObject = typeof found === 'object' && found !== null && Object.hasOwn(found, name);
    return isObject ? (found as Record<string, unknown>)[name] : undefined;
  }, value);
}
