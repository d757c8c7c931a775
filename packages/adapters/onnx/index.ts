export { findOnnxRuntime } from './find-runtime.ts';
export { onnxClassifiers, readOnnx, type OnnxClassifier, type OnnxOptions } from './onnx-classifier.ts';
