// Loaded before a program that must not reach further than this machine; ends it before a byte leaves.
import { Socket } from "node:net";

const connect = Socket.prototype.connect;

Socket.prototype.connect = function (...args) {
  // Node passes its own calls on as one array.
  const [options] = args.flat();
  const host = typeof options === "object" ? options.host : args[1];
  if (host !== "127.0.0.1") {
    console.error(`Refused to connect to ${host}.`);
    process.exit(70);
  }
  return connect.apply(this, args);
};
