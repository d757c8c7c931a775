// The part of the WebAssembly API that this package uses; the browser's type library, which has it, is left out.
declare global {
  namespace WebAssembly {
    interface Module {
      readonly [Symbol.toStringTag]: string;
    }
    const Module: new (bytes: Uint8Array) => Module;
    class Memory {
      constructor(descriptor: { initial: number; maximum: number; shared: boolean });
      readonly buffer: SharedArrayBuffer;
    }
    class Instance {
      constructor(module: Module, imports: Record<string, Record<string, unknown>>);
      readonly exports: Record<string, unknown>;
    }
  }
}

export {};
