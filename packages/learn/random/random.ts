/** A stream of random numbers with a stated seed; there is no other randomness in this library. */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  next(): number;
  /** Uniform integer in [0, n). */
  below(n: number): number;
  /** Standard normal. */
  normal(): number;
  /** An independent stream; the same label always gives the same stream, however much was drawn before. */
  fork(label: string | number): Random;
}

/**
 * The xoshiro128** generator (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its state
 * filled by splitmix32 from `seed`.
 */
export function seeded(seed: number): Random {
  const fill = splitmix(seed >>> 0);
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const bits = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  const next = (): number => bits() / 4294967296;
  return {
    next,
    below: n => Math.floor(next() * n),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: label => seeded(hash(`${seed >>> 0}/${label}`)),
  };
}

/** Fisher and Yates' shuffle, in place. */
export function shuffle<A extends { [index: number]: number; readonly length: number }>(values: A, random: Random): A {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [values[i], values[j]] = [values[j], values[i]];
  }
  return values;
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

function splitmix(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
