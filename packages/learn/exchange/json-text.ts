/** A JSON object of members that are texts of JSON already. */
export function jsonObject(members: Readonly<Record<string, string>>): string {
  return `{${Object.entries(members)
    .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
    .join(',')}}`;
}

/** A JSON array of float32 numbers, as XGBoost reads them: always with a point or an exponent. */
export function floatArray(values: readonly number[]): string {
  return `[${values.map(floatText).join(',')}]`;
}

/** The shortest text that reads back as the same float32. XGBoost takes a number without a point for an integer and refuses it. */
export function floatText(value: number): string {
  const text = String(shortest(value));
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function shortest(value: number): number {
  for (const digits of [6, 7, 8]) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return short;
  }
  return Number(value.toPrecision(9));
}
