/**
 * C = A · B + start, for m × n by n × o, o a multiple of four. A's element (i, j) lies at `a + i * rowStep + j * sumStep`
 * (bytes), so that A may be transposed or have overlapping rows; rows of B and C are o floats long.
 * `start` is the address of one row added to all, 0 for none, or 1 to add to what C holds.
 */
export function multiply(
  a: usize, rowStep: usize, sumStep: usize, b: usize, c: usize, m: i32, n: i32, o: i32, start: usize,
): void {
  const bytes = <usize>o << 2;
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const rows = a + <usize>i * rowStep;
    const out = c + <usize>i * bytes;
    let k: usize = 0;
    for (; k + 32 <= bytes; k += 32) block4x8(rows, rowStep, sumStep, b + k, out + k, n, bytes, start > 1 ? start + k : start);
    if (k < bytes) block4x4(rows, rowStep, sumStep, b + k, out + k, n, bytes, start > 1 ? start + k : start);
  }
  for (; i < m; i++) {
    const row = a + <usize>i * rowStep;
    const out = c + <usize>i * bytes;
    for (let k: usize = 0; k < bytes; k += 16) block1x4(row, sumStep, b + k, out + k, n, bytes, start > 1 ? start + k : start);
  }
}

/** `count` products, whose A, B and C follow at these distances (0: the same one again). */
export function multiplyEach(
  count: i32, aStep: usize, bStep: usize, cStep: usize,
  a: usize, rowStep: usize, sumStep: usize, b: usize, c: usize, m: i32, n: i32, o: i32, start: usize,
): void {
  for (let each: usize = 0; each < <usize>count; each++) {
    multiply(a + each * aStep, rowStep, sumStep, b + each * bStep, c + each * cStep, m, n, o, start);
  }
}

// @ts-ignore: decorator
@inline
function first(start: usize, c: usize): v128 {
  if (start == 0) return f32x4.splat(0);
  return v128.load(start == 1 ? c : start);
}

// @ts-ignore: decorator
@inline
function block4x8(
  a: usize, rowStep: usize, sumStep: usize, b: usize, c: usize, n: i32, bytes: usize, start: usize,
): void {
  const next: usize = start > 1 ? start + 16 : start;
  let p0 = a, p1 = a + rowStep, p2 = p1 + rowStep, p3 = p2 + rowStep;
  const c1 = c + bytes, c2 = c1 + bytes, c3 = c2 + bytes;
  let v00 = first(start, c), v01 = first(next, c + 16), v10 = first(start, c1), v11 = first(next, c1 + 16);
  let v20 = first(start, c2), v21 = first(next, c2 + 16), v30 = first(start, c3), v31 = first(next, c3 + 16);
  for (let j = 0; j < n; j++) {
    const w0 = v128.load(b), w1 = v128.load(b, 16);
    let x = v128.load32_splat(p0);
    v00 = f32x4.add(v00, f32x4.mul(x, w0));
    v01 = f32x4.add(v01, f32x4.mul(x, w1));
    x = v128.load32_splat(p1);
    v10 = f32x4.add(v10, f32x4.mul(x, w0));
    v11 = f32x4.add(v11, f32x4.mul(x, w1));
    x = v128.load32_splat(p2);
    v20 = f32x4.add(v20, f32x4.mul(x, w0));
    v21 = f32x4.add(v21, f32x4.mul(x, w1));
    x = v128.load32_splat(p3);
    v30 = f32x4.add(v30, f32x4.mul(x, w0));
    v31 = f32x4.add(v31, f32x4.mul(x, w1));
    p0 += sumStep; p1 += sumStep; p2 += sumStep; p3 += sumStep; b += bytes;
  }
  v128.store(c, v00); v128.store(c, v01, 16);
  v128.store(c1, v10); v128.store(c1, v11, 16);
  v128.store(c2, v20); v128.store(c2, v21, 16);
  v128.store(c3, v30); v128.store(c3, v31, 16);
}

// @ts-ignore: decorator
@inline
function block4x4(
  a: usize, rowStep: usize, sumStep: usize, b: usize, c: usize, n: i32, bytes: usize, start: usize,
): void {
  let p0 = a, p1 = a + rowStep, p2 = p1 + rowStep, p3 = p2 + rowStep;
  const c1 = c + bytes, c2 = c1 + bytes, c3 = c2 + bytes;
  let v0 = first(start, c), v1 = first(start, c1), v2 = first(start, c2), v3 = first(start, c3);
  for (let j = 0; j < n; j++) {
    const w = v128.load(b);
    v0 = f32x4.add(v0, f32x4.mul(v128.load32_splat(p0), w));
    v1 = f32x4.add(v1, f32x4.mul(v128.load32_splat(p1), w));
    v2 = f32x4.add(v2, f32x4.mul(v128.load32_splat(p2), w));
    v3 = f32x4.add(v3, f32x4.mul(v128.load32_splat(p3), w));
    p0 += sumStep; p1 += sumStep; p2 += sumStep; p3 += sumStep; b += bytes;
  }
  v128.store(c, v0); v128.store(c1, v1); v128.store(c2, v2); v128.store(c3, v3);
}

// @ts-ignore: decorator
@inline
function block1x4(a: usize, sumStep: usize, b: usize, c: usize, n: i32, bytes: usize, start: usize): void {
  let v = first(start, c);
  for (let j = 0; j < n; j++) {
    v = f32x4.add(v, f32x4.mul(v128.load32_splat(a), v128.load(b)));
    a += sumStep; b += bytes;
  }
  v128.store(c, v);
}

/** target = sourceᵀ; what lies beyond `rows` in a row of `target` stays. */
export function transpose(source: usize, target: usize, rows: i32, columns: i32, sourceBytes: usize, targetBytes: usize): void {
  for (let j: usize = 0; j < <usize>columns; j++) {
    for (let i: usize = 0; i < <usize>rows; i++) {
      store<f32>(target + j * targetBytes + (i << 2), load<f32>(source + i * sourceBytes + (j << 2)));
    }
  }
}

export function columnSums(x: usize, out: usize, rows: i32, width: i32): void {
  const bytes = <usize>width << 2;
  for (let k: usize = 0; k < bytes; k += 16) {
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < <usize>rows; i++) sum = f32x4.add(sum, v128.load(x + i * bytes + k));
    v128.store(out + k, sum);
  }
}
