export type * from './ports/audit-trail.ts';
export type * from './ports/case-store.ts';
export { systemClock, type Clock } from './ports/clock.ts';
export type * from './ports/decision-log.ts';
export type * from './ports/event-log.ts';
export type * from './ports/feature-snapshots.ts';
export type * from './ports/model-store.ts';
export type * from './ports/people.ts';
export type * from './ports/notifier.ts';
export type * from './ports/record-source.ts';
export * from './ports/source.ts';
export * from './ports/source-declaration.ts';
export { type FoundFile, unseenFiles } from './ports/seen-files.ts';
export type * from './ports/source-ledger.ts';
export type * from './ports/shared-order.ts';
export type * from './ports/stores.ts';
export { type ChainEnd, type ChainReport, chainEntry, chainStart, verifyChain } from './ports/audit-chain.ts';
export { requireStatedFiles } from './ports/bundle-hashes.ts';
export { canonicalJson } from './ports/canonical-json.ts';
export { type QueuePosition, readQueueCursor, writeQueueCursor } from './ports/queue-cursor.ts';
export * as refusals from './ports/refusals.ts';
export { storableJson } from './ports/storable.ts';
export { createMemoryStores } from './ports/memory/memory-stores.ts';
export { createMemoryFeatureSnapshots } from './ports/memory/memory-feature-snapshots.ts';
export { createMemorySharedOrder } from './ports/memory/memory-shared-order.ts';
export type { ChangeableField } from './use-case/changeable.ts';
export { overrideRecord } from './use-case/override-record.ts';
export type * from './use-case/policy.ts';
export type { QualityCheck, QualityDeclaration } from './use-case/quality-declaration.ts';
export type * from './use-case/reason-text.ts';
export type * from './use-case/training-plan.ts';
export type * from './use-case/use-case.ts';
export { eventIdOf, labelEntry, recordEntry, type RecordEntryOptions } from './use-case/log-entries.ts';
export type * from './expressions/expression.ts';
export type * from './expressions/feature.ts';
export { checkPorts, portChecks, type ReadyCheck } from './checks/check-ports.ts';
export type { PortCheck } from './checks/ports/port-check.ts';
export { days, hours, type Duration } from './expressions/duration.ts';
export type { Key } from './expressions/key.ts';
export { newestVersions } from './expressions/feature.ts';
export { sequence, type SequenceChannel, type SequenceInput } from './expressions/sequence.ts';
export { expression, type FeatureInput, features, type Words, words } from './expressions/words.ts';
export type * from './use-case/generator.ts';
export { describeUseCase } from './use-case/describe-use-case.ts';
export { scoreVector } from './stages/scoring/score-vector.ts';
export { queuePage, queueSummary } from './stages/cases/queue.ts';
export { modelCard } from './stages/registry/model-card/model-card.ts';
export { summariseModel } from './stages/registry/summarise-model.ts';
export { formatValue } from './stages/decisions/format-value.ts';
export { decisionContext } from './workflows/decision-context.ts';
export { findCounterfactual } from './workflows/find-counterfactual.ts';
export { overrideDecision, standingOutcome } from './workflows/override-decision.ts';
export { type LiveStores, type LiveUseCase, openUseCase } from './workflows/live-use-case.ts';
export { recordEvents } from './workflows/record-events.ts';
export { reproduceModel, type Reproduction } from './workflows/reproduce-model.ts';
export { assignCase, giveVerdict } from './workflows/review-case.ts';
export {
  answerOf,
  createScoring,
  dayOf,
  decisionDetail,
  type EventToScore,
  previewEvent,
} from './workflows/score-event.ts';
export { trainModel, type TrainModelOptions } from './workflows/train-model.ts';
export { plainProgram, type PlainMoment } from './expressions/plain-program.ts';
export { createFeatureEngine, type EngineEntry, type FeatureEngine } from './stages/features/feature-engine.ts';
export { type CompactVector, toFeatureVector, type VectorLayout } from './stages/features/feature-vector.ts';
export { type ParseOptions, parseRecord } from './stages/ingestion/parse-record.ts';
export type {
  AcceptedRecord,
  ParsedLabel,
  ParsedRecord,
  RawRecord,
  RejectedRecord,
} from './stages/ingestion/read-record.ts';
export { replay, type ReplayedRange, type ReplayOptions } from './stages/features/replay.ts';
export { replayDataset, type ReplayedDataset } from './stages/features/replay-dataset.ts';
export {
  type RestoredFeatures,
  type RestoreOptions,
  restoreFeatures,
  saveFeatures,
} from './stages/features/restore-features.ts';
export { type FeatureSnapshot, type LogPosition, readSnapshot, writeSnapshot } from './stages/features/snapshot.ts';
export { openSharedFeatures, type SharedFeatures, type TakenEntry } from './stages/features/shared-features.ts';
export { defineUseCase } from './use-case/define-use-case.ts';
export { type UseCaseInput, useCaseSchema } from './use-case/use-case-schema.ts';
export { checkUseCase, type UseCaseFixtures } from './checks/check-use-case.ts';
export { checkParity, type ParityOptions } from './stages/features/parity.ts';
export { describeFeatures, type ModelUsingFeatures } from './stages/features/describe-features.ts';
export { featureCatalogue } from './stages/features/feature-catalogue.ts';
export type { ColumnMapping } from './stages/ingestion/bind-columns.ts';
export { type AbsentField, absentFields } from './stages/ingestion/lost-features.ts';
export { ingestLabels, type IngestLabelsOptions } from './workflows/ingest-labels.ts';
export { type IngestOptions, ingestRecords } from './workflows/ingest-records.ts';
export type * from './ports/dataset-store.ts';
export { takeSnapshot, type SnapshotOptions } from './workflows/take-snapshot.ts';
export { assessDataset, requireQuality } from './workflows/assess-dataset.ts';
export { collectDatasets, type Collection, type CollectOptions } from './workflows/collect-datasets.ts';
export { compareDatasets } from './workflows/compare-datasets.ts';
export { labelHistory, type LabelQuery } from './workflows/label-history.ts';
export { profileDataset } from './workflows/profile-dataset.ts';
export { profilePage } from './stages/profiling/page/profile-page.ts';
export { type FileSnapshotOptions, snapshotOfFile } from './workflows/snapshot-of-file.ts';
export { summariseDatasets } from './workflows/summarise-datasets.ts';
export { prepareDataset, type PreparedDataset } from './workflows/prepare-dataset.ts';
export { type LoadSourceOptions, loadSource, type RetryPlan } from './workflows/load-source.ts';
export { profileTable, type ProfileOptions } from './stages/profiling/profile-table.ts';
export { tellOfLoad, tellOfTrouble } from './workflows/tell-of-load.ts';
