export { type KafkaSourceOptions, openTopicSource } from './topic-source.ts';
