// A throw-away Apache Kafka broker (KRaft) for tests, from the jars that `.ci/run` brings.
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Admin, Producer, stringSerializers } from '@platformatic/kafka';
import { type ChildServer, freePort, serverFolder, startChild } from './child-server.ts';

export interface TestKafka {
  /** host:port */
  readonly broker: string;
  createTopic(topic: string, partitions: number): Promise<void>;
  send(topic: string, values: readonly string[]): Promise<void>;
  /** Kills the broker; `start` brings it back with what it had. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const jars = globSync(join(serverFolder, 'kafka-*'))[0];
const java = process.env['RIKUY_TEST_JAVA'] ?? '/usr/lib/jvm/java-17-openjdk-amd64/bin/java';

/** Why there is none, in one line, or null when there is one. */
export function missingKafka(): string | null {
  if (!jars) return `no Kafka: .ci/run puts its jars into ${serverFolder}`;
  return spawnSync(java, ['-version']).status === 0 ? null : 'no Java 17 for Kafka: set RIKUY_TEST_JAVA';
}

export async function startKafka(): Promise<TestKafka> {
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-kafka-'));
  const [port, controllerPort] = [await freePort(), await freePort()];
  const broker = `127.0.0.1:${port}`;
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, propertiesOf(folder, port, controllerPort));
  const tool = ['-cp', `${jars}/*`, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties];
  const formatted = spawnSync(java, tool, { encoding: 'utf8' });
  if (formatted.status !== 0) throw new Error(`Kafka's storage was not made: ${formatted.stderr}`);
  const launch = () =>
    startChild(java, ['-Xmx256m', '-cp', `${jars}/*`, 'kafka.Kafka', properties], () => isReady(broker));
  let server: ChildServer = await launch();
  return {
    broker,
    createTopic: (topic, partitions) =>
      withAdmin(broker, async admin => void (await admin.createTopics({ topics: [topic], partitions, replicas: 1 }))),
    send: (topic, values) => send(broker, topic, values),
    kill: () => server.kill(),
    start: async () => {
      server = await launch();
    },
    stop: async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const clusterId = 'MkU3OEVBNTcwNTJENDM2Qk';

function propertiesOf(folder: string, port: number, controllerPort: number): string {
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controllerPort}`,
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names=CONTROLLER',
    'listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    `log.dirs=${join(folder, 'logs')}`,
    'offsets.topic.replication.factor=1',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    '',
  ].join('\n');
}

async function isReady(broker: string): Promise<boolean> {
  await withAdmin(broker, async admin => void (await admin.listTopics()));
  return true;
}

async function withAdmin(broker: string, work: (admin: Admin) => Promise<void>): Promise<void> {
  const admin = new Admin({
    clientId: 'test',
    bootstrapBrokers: [broker],
    retries: 1,
    retryDelay: 100,
    connectTimeout: 2_000,
  });
  try {
    await work(admin);
  } finally {
    await admin.close();
  }
}

async function send(broker: string, topic: string, values: readonly string[]): Promise<void> {
  const producer = new Producer({
    clientId: 'test',
    bootstrapBrokers: [broker],
    serializers: stringSerializers,
    idempotent: true,
  });
  try {
    // Every message its own key, so that they spread over the partitions.
    await producer.send({ messages: values.map((value, at) => ({ topic, key: String(at), value })) });
  } finally {
    await producer.close();
  }
}
