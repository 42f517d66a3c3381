import { connect, createServer, type Socket } from "node:net";

/**
 * What becomes of a statement: its connection can be cut before the server has it, or when the server has answered. Or
 * the server does it, and nobody ever hears of that.
 */
export type Fate = "pass" | "lost" | "answer-lost" | "unanswered";

/** Stands between a client and a server, and reads the statements. */
export interface CuttingProxy {
  readonly url: string;
  /** Decides about every statement, by its text and its number since. */
  decide(fate: (sql: string, index: number) => Fate): void;
  /** The statements since. */
  readonly seen: readonly string[];
  /** New connections lead to another server from now on, as after a failover; those that are open break. */
  moveTo(url: string): void;
  stop(): Promise<void>;
}

/** A proxy before the server of this address. */
export async function startProxy(url: string): Promise<CuttingProxy> {
  let target = new URL(url);
  const sockets = new Set<Socket>();
  let seen: string[] = [];
  let fateOf: (sql: string, index: number) => Fate = () => "pass";
  const judge = (sql: string): Fate => {
    seen.push(sql);
    return fateOf(sql, seen.length - 1);
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // Each message is written by itself.
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    relay(client, upstream, judge);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The proxy has no port.");
  const own = new URL(url);
  own.port = String(address.port);
  return {
    url: own.href,
    get seen() {
      return seen;
    },
    decide(fate) {
      seen = [];
      fateOf = fate;
    },
    moveTo(other) {
      target = new URL(other);
      for (const socket of sockets) socket.destroy();
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Passes both directions on, message by message, until a statement's fate says otherwise. */
function relay(client: Socket, upstream: Socket, judge: (sql: string) => Fate): void {
  let isMute = false;
  let isCut = false;
  const cut = () => {
    client.resetAndDestroy();
    upstream.destroy();
  };
  const fromClient = createReader("startup");
  client.on("data", (data) => {
    for (const message of fromClient(data)) {
      const sql = statementOf(message);
      const fate = sql === undefined ? "pass" : judge(sql);
      if (fate === "lost") {
        cut();
        return;
      }
      isMute ||= fate !== "pass";
      isCut ||= fate === "answer-lost";
      upstream.write(message);
    }
  });
  const fromServer = createReader("messages");
  upstream.on("data", (data) => {
    if (!isMute) client.write(data);
    // The server is ready for the next statement: this one is done, committed if it commits.
    for (const message of fromServer(data)) if (isCut && message[0] === "Z".charCodeAt(0)) cut();
  });
}

/** Cuts a stream into messages. The first of a client has no letter before its length. */
function createReader(begin: "startup" | "messages"): (data: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = begin === "startup";
  return (data) => {
    rest = Buffer.concat([rest, data]);
    const messages: Buffer[] = [];
    for (;;) {
      const letter = isFirst ? 0 : 1;
      if (rest.length < letter + 4) return messages;
      const length = letter + rest.readInt32BE(letter);
      if (rest.length < length) return messages;
      messages.push(rest.subarray(0, length));
      rest = rest.subarray(length);
      isFirst = false;
    }
  };
}

/** The text of a simple query or of one that is parsed. */
function statementOf(message: Buffer): string | undefined {
  const letter = String.fromCharCode(message[0] ?? 0);
  const texts = message.subarray(5).toString("utf8").split("\0");
  if (letter === "Q") return texts[0];
  return letter === "P" ? texts[1] : undefined;
}
