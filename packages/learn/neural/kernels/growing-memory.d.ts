// What the kernels of networks use of the WebAssembly API beyond those of trees.
declare global {
  namespace WebAssembly {
    interface Memory {
      grow(pages: number): number;
    }
  }
}

export {};
