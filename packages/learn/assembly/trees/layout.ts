// Where everything lies in the shared memory. Every constant here is also generated for the TypeScript side, which
// writes these words; the kernels read them. The first page is reserved; no AssemblyScript heap or static data is used.

// Thread pool.
export const TASKS_PUBLISHED: usize = 0; // i32, ever growing
export const TASKS_CLAIMED: usize = 64; // i32, ever growing
export const TASKS_DONE: usize = 128; // i32, ever growing
export const SLEEPERS: usize = 192; // i32
export const QUIT: usize = 196; // i32
export const CALLER_WAITS: usize = 132; // i32
export const TASK_RING: usize = 200; // u32: address of the ring of tasks
export const SCRATCHES: usize = 512; // u32 for each thread: its own scratch memory
export const MOST_THREADS: i32 = 64;
export const FAILED: usize = 204; // i32: 1 when a helper died in a task
export const TASK_BYTES: usize = 64;
export const TASK_MASK: i32 = 4095;

// The problem.
export const ROWS: usize = 256; // i32: number of rows
export const WIDTH: usize = 260; // i32: number of inputs
export const STRIDE: usize = 264; // i32: bytes of one row of BINS
export const BINS: usize = 268; // u32: row-major bins
export const COLUMNS: usize = 272; // u32: column-major bins, ROWS bytes each
export const PACKED: usize = 276; // u32: hessian (low word) and gradient (high word) of each row
export const MARGIN: usize = 280; // u32: f32 of each row
export const TARGET: usize = 284; // u32: f32 of each row
export const WEIGHT: usize = 288; // u32: f32 of each row, 0 when all are 1
export const INPUTS: usize = 292; // u32: one INPUT record for each input
export const SAMPLE_SEED: usize = 296; // u32
export const SAMPLE_BELOW: usize = 300; // u32: rows whose hash is below take part; 0 means all
export const BLOCK_SUMS: usize = 304; // u32: two f64 for each block of rows
export const CONSTRAINED: usize = 308; // i32: 1 when some input is monotone
export const ACTIVE: usize = 312; // u32: list of i32, the inputs that take part
export const ACTIVE_COUNT: usize = 316; // i32
export const LAMBDA: usize = 320; // f64
export const MIN_CHILD_WEIGHT: usize = 328; // f64
export const GRADIENT_UNIT: usize = 336; // f64: what one quantum of the gradient is worth
export const HESSIAN_UNIT: usize = 344; // f64
export const CATEGORY_SMOOTHING: usize = 352; // f64
export const ONE_HOT_LEVELS: usize = 360; // i32
export const LOSS_PARAMETER: usize = 368; // f64: what the loss adds to its name, such as Tweedie's variance power

export const TOUCH_SINK: usize = 448; // u32, on a line of its own: what touching read, so that no compiler leaves it out

// Forest.
export const FOREST_MAX_DEPTH: usize = 384; // i32
export const FOREST_TRIES: usize = 388; // i32: inputs tried at each node
export const FOREST_BOOTSTRAP: usize = 392; // i32: 0 when every tree learns from all rows
export const FOREST_MIN_GAIN: usize = 400; // f64
export const FOREST_OUT_OF_BAG: usize = 396; // u32: OUT_OF_BAG record of each row, 0 when nobody asks
export const FOREST_OUT_OF_BAG_SCALE: usize = 408; // f64: from a leaf's mean to the whole numbers that are summed

// OUT_OF_BAG record: what the trees that did not draw a row say of it. Whole sums, so that threads may add in any order.
export const OUT_OF_BAG_BYTES: usize = 16;
export const OUT_OF_BAG_SUM: usize = 0; // i64
export const OUT_OF_BAG_COUNT: usize = 8; // i64

// NODE_OUT record of a forest's tree, after one word with their number.
export const NODE_OUT_FIRST: usize = 64;
export const NODE_OUT_BYTES: usize = 32;
export const NODE_OUT_INPUT: usize = 0; // i32: −1 for a leaf
export const NODE_OUT_BIN: usize = 4; // i32
export const NODE_OUT_MISSING_LEFT: usize = 8; // i32
export const NODE_OUT_LEFT: usize = 12; // i32: number of the left child
export const NODE_OUT_TOTAL: usize = 16; // i64: packed sum
export const NODE_OUT_GAIN: usize = 24; // f64
export const NODE_SET_BYTES: usize = 32; // of each node's set of category bins that go right

// INPUT record.
export const INPUT_BYTES: usize = 16;
export const INPUT_BIN_COUNT: usize = 0; // i32: bins of values, missing not counted
export const INPUT_IS_CATEGORY: usize = 4; // i32
export const INPUT_MONOTONE: usize = 8; // i32: −1, 0 or 1

// NODE record: what `evaluate` needs to know of a node.
export const NODE_HISTOGRAM: usize = 0; // u32
export const NODE_PARTIALS: usize = 4; // u32: histograms of further parts of the node's rows, one after another
export const NODE_PARTIAL_COUNT: usize = 8; // i32
export const NODE_SPLITS: usize = 12; // u32: one SPLIT record for each active input
export const NODE_TOTAL: usize = 16; // i64: packed sum of its rows
export const NODE_OPEN_PARTS: usize = 40; // i32: parts of its rows that are not counted yet
export const NODE_LOW: usize = 24; // f64: bounds of its children's weights
export const NODE_HIGH: usize = 32; // f64

// SPLIT record.
export const SPLIT_BYTES: usize = 64;
export const SPLIT_GAIN: usize = 0; // f64; 0 when there is no split
export const SPLIT_LEFT: usize = 8; // i64: packed sums of the left child
export const SPLIT_BIN: usize = 16; // i32: the last bin that goes left
export const SPLIT_MISSING_LEFT: usize = 20; // i32
export const SPLIT_IS_CATEGORY: usize = 24; // i32
export const SPLIT_INPUT: usize = 28; // i32
export const SPLIT_RIGHT_SET: usize = 32; // 8 × u32: the category bins that go right

export const MISSING: u32 = 255;
export const HISTOGRAM_BYTES: usize = 2048; // of one input: 256 bins × one packed sum
export const BLOCK_ROWS: i32 = 4096; // rows whose gradients are summed together, whatever the threads

// Tasks: first word, and what the further words mean.
export const DO_QUANTISE_NUMBERS: i32 = 1; // values, from, to, input, cuts
export const DO_QUANTISE_CODES: i32 = 2; // values, from, to, input, bin of each code
export const DO_TRANSPOSE: i32 = 3; // from, to
export const DO_LOG_LOSS: i32 = 4; // from, to (of one block)
export const DO_SQUARED_ERROR: i32 = 5; // from, to (of one block)
export const DO_PACK: i32 = 6; // from, to (of one block)
export const DO_LIST: i32 = 7; // target, from, to
export const DO_PARTITION: i32 = 8; // rows, end, target, split, where to count the left
export const DO_PARTITION_CONSECUTIVE: i32 = 9; // from, to, target, split, where to count the left
export const DO_COPY: i32 = 10; // target, source, bytes
export const DO_HISTOGRAM: i32 = 11; // rows, end, histogram, node, sibling or 0
export const DO_HISTOGRAM_CONSECUTIVE: i32 = 12; // from, to, histogram, node, sibling or 0
export const DO_SPLIT_LEAVES: i32 = 14; // rows, end, split, left value, right value (f32)
export const DO_LEAF: i32 = 15; // rows, end, value (f32)
export const DO_FOREST_TREE: i32 = 16; // seed, nodes, sets of category bins (0 without categories)
export const DO_DISTINCT: i32 = 17; // values, count, most, out
export const DO_SORTED_SAMPLE: i32 = 18; // values, count, stretches, out, other
export const DO_POISSON: i32 = 19; // from, to (of one block)
export const DO_TWEEDIE: i32 = 20; // from, to (of one block)
