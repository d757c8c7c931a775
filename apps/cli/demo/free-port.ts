import { createServer } from 'node:net';

/** The port if it is free on this address, else 0, which lets the system choose one. */
export function freePort(host: string, port: number): Promise<number> {
  return new Promise(resolve => {
    const trial = createServer();
    trial.once('error', () => resolve(0));
    trial.listen(port, host, () => trial.close(() => resolve(port)));
  });
}
