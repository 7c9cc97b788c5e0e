import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the application and changes what some addresses answer, as a newer release would. */
export interface Proxy {
  url: string;
  /** From now on answers to this path go through `change`. */
  change: (path: string, change: (body: string) => string) => void;
  close: () => Promise<void>;
}

export async function proxyTo(target: string): Promise<Proxy> {
  const changes = new Map<string, (body: string) => string>();
  const server: Server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '/', target);
    const change = changes.get(url.pathname);
    const headers = { ...asked.headers };
    if (change) {
      delete headers['accept-encoding'];
      delete headers['if-modified-since'];
      delete headers['if-none-match'];
    }
    const onward = request(url, { method: asked.method, headers }, (came) => {
      if (!change) {
        answer.writeHead(came.statusCode ?? 502, came.headers);
        came.pipe(answer);
        return;
      }
      const parts: Buffer[] = [];
      came.on('data', (part: Buffer) => parts.push(part));
      came.on('end', () => {
        const body = Buffer.from(change(Buffer.concat(parts).toString('utf8')));
        answer.writeHead(came.statusCode ?? 502, { ...came.headers, 'content-length': body.length });
        answer.end(body);
      });
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    change: (path, change) => changes.set(path, change),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
