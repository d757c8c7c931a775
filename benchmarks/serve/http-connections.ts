import { connect, type Socket } from 'node:net';

/** POSTs over connections that stay open, one request at a time on each; a new one is opened when all are busy. */
export interface HttpConnections {
  /** Status of the answer, which is read whole; 0 when the connection broke. */
  post(body: string): Promise<number>;
  close(): void;
}

interface Connection {
  readonly socket: Socket;
  answered: (status: number) => void;
}

/**
 * Written on sockets: Node's own client takes a third of a millisecond of processor time for a request, which on shared
 * cores would be measured as the server's.
 */
export function createHttpConnections(url: string, headers: Readonly<Record<string, string>>): HttpConnections {
  const { hostname, port, pathname } = new URL(url);
  const named = Object.entries({ host: `${hostname}:${port}`, ...headers, 'content-type': 'application/json' });
  const head = `POST ${pathname} HTTP/1.1\r\n${named.map(([name, value]) => `${name}: ${value}\r\n`).join('')}`;
  const idle: Connection[] = [];
  const all = new Set<Socket>();

  const open = (): Connection => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const connection: Connection = { socket, answered: () => undefined };
    const end = (): void => {
      all.delete(socket);
      connection.answered(0);
    };
    socket.on(
      'data',
      wholeAnswers(status => connection.answered(status)),
    );
    socket.on('error', end).on('close', end);
    all.add(socket);
    return connection;
  };

  /** A server closes connections that were idle for long. */
  const takeIdle = (): Connection | undefined => {
    for (let connection = idle.pop(); connection; connection = idle.pop())
      if (connection.socket.writable) return connection;
    return undefined;
  };

  return {
    post: body =>
      new Promise(resolve => {
        const connection = takeIdle() ?? open();
        connection.answered = status => {
          connection.answered = () => undefined;
          if (status !== 0) idle.push(connection);
          resolve(status);
        };
        connection.socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }),
    close: () => all.forEach(socket => socket.destroy()),
  };
}

/** Calls with the status of each answer once all of it has come; answers must say their length. */
function wholeAnswers(onAnswer: (status: number) => void): (chunk: Buffer) => void {
  let missing = 0;
  let status = 0;
  let begun = '';
  return chunk => {
    if (missing > 0) missing -= chunk.length;
    else {
      begun += chunk.toString('latin1');
      const headEnd = begun.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      status = Number(begun.slice(9, 12));
      const length = /\r\ncontent-length: (\d+)/i.exec(begun.slice(0, headEnd));
      if (!length) throw new Error('an answer of the load did not say its length');
      missing = headEnd + 4 + Number(length[1]) - begun.length;
      begun = '';
    }
    if (missing <= 0) onAnswer(status);
  };
}
