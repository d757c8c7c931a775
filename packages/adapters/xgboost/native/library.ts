import koffi from 'koffi';

/** The functions of XGBoost's C API that training needs; each throws what the library says went wrong. */
export type XgboostLibrary = ReturnType<typeof openLibrary>;

/** A pointer that the library gave. */
export type Handle = bigint;

/**
 * Opens XGBoost's library (3.x). Helpers of its OpenMP would spin while they wait, which on a shared core makes two
 * threads forty times slower than one: they are told to sleep, which the C library must know before this one is loaded.
 */
export function openLibrary(file: string) {
  if (process.platform !== 'win32') {
    const setEnvironment = koffi.load(null).func('int setenv(const char *name, const char *value, int overwrite)');
    setEnvironment('OMP_WAIT_POLICY', 'PASSIVE', 0);
  }
  const library = koffi.load(file);
  const lastError = library.func('const char *XGBGetLastError()') as () => string;
  const call = (signature: string) => {
    const native = library.func(signature) as (...given: unknown[]) => number;
    return (...given: unknown[]): void => {
      if (native(...given) !== 0) throw new Error(`XGBoost: ${lastError().trim().split('\n')[0]}`);
    };
  };
  const made = (signature: string) => {
    const native = call(signature);
    return (...given: unknown[]): Handle => {
      const out: Handle[] = [0n];
      native(...given, out);
      return out[0];
    };
  };
  const saveToBuffer = call(
    'int XGBoosterSaveModelToBuffer(void *booster, const char *config, _Out_ uint64_t *length, _Out_ void **text)',
  );
  const evaluate = call(
    'int XGBoosterEvalOneIter(void *booster, int iteration, void **data, const char **names, uint64_t count, _Out_ const char **text)',
  );
  const workerArguments = call('int XGTrackerWorkerArgs(void *tracker, _Out_ const char **text)');
  const text = (native: (...given: unknown[]) => void, ...given: unknown[]): string => {
    const out = [''];
    native(...given, out);
    return out[0];
  };
  return {
    version: (): string => versionOf(library),
    matrix: made(
      'int XGDMatrixCreateFromMat(const float *data, uint64_t rows, uint64_t columns, float missing, _Out_ void **out)',
    ),
    setFloats: call('int XGDMatrixSetFloatInfo(void *matrix, const char *field, const float *values, uint64_t count)'),
    setTexts: call(
      'int XGDMatrixSetStrFeatureInfo(void *matrix, const char *field, const char **values, uint64_t count)',
    ),
    freeMatrix: call('int XGDMatrixFree(void *matrix)'),
    booster: made('int XGBoosterCreate(void **data, uint64_t count, _Out_ void **out)'),
    setParameter: call('int XGBoosterSetParam(void *booster, const char *name, const char *value)'),
    update: call('int XGBoosterUpdateOneIter(void *booster, int iteration, void *data)'),
    evaluate: (...given: unknown[]) => text(evaluate, ...given),
    slice: made('int XGBoosterSlice(void *booster, int begin, int end, int step, _Out_ void **out)'),
    freeBooster: call('int XGBoosterFree(void *booster)'),
    /** The model's JSON; copied at once, since the library reuses the memory. */
    modelText: (booster: Handle): string => {
      const [length, pointer]: [(bigint | number)[], Handle[]] = [[0], [0n]];
      saveToBuffer(booster, '{"format":"json"}', length, pointer);
      return Buffer.from(koffi.view(pointer[0], Number(length[0]))).toString('utf8');
    },
    joinOthers: call('int XGCommunicatorInit(const char *config)'),
    leaveOthers: call('int XGCommunicatorFinalize()'),
    tracker: made('int XGTrackerCreate(const char *config, _Out_ void **out)'),
    runTracker: call('int XGTrackerRun(void *tracker, const char *config)'),
    trackerArguments: (tracker: Handle) => text(workerArguments, tracker),
    awaitTracker: call('int XGTrackerWaitFor(void *tracker, const char *config)'),
    freeTracker: call('int XGTrackerFree(void *tracker)'),
  };
}

function versionOf(library: ReturnType<typeof koffi.load>): string {
  const parts = [[0], [0], [0]];
  library.func('void XGBoostVersion(_Out_ int *major, _Out_ int *minor, _Out_ int *patch)')(...parts);
  return parts.map(([number]) => number).join('.');
}
