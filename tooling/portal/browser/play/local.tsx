import { findSandbox } from "@setor-tooling/play/engine/index";
import { useEffect, useState } from "preact/hooks";
import { Prose } from "../../components/prose.js";
import type { Playing } from "./app.js";
import { fill } from "./format.js";

const key = "setor.sandbox";

interface Kept {
  readonly served: boolean;
  readonly port: number;
}

/** Where calls go: into the page, or to the sandbox that `npm start` serves on this machine. */
export function Local({ data, session }: Playing) {
  const { local: words } = data.messages;
  const [kept, setKept] = useState<Kept | undefined>(() => {
    const before = recall();
    return before && location.hash.length > 1 ? { ...before, served: false } : before;
  });
  const [found, setFound] = useState<boolean | undefined>();
  const port = kept?.port ?? data.port;
  const served = kept?.served ?? false;

  const choose = (next: Kept) => {
    setKept(next);
    keep(next);
    setFound(undefined);
  };
  useEffect(() => {
    const origin = served ? `http://127.0.0.1:${port}` : undefined;
    if (origin !== session.origin && !(origin === undefined && session.player.steps.length > 0))
      session.useOrigin(origin);
    if (origin === undefined) return;
    let current = true;
    void findSandbox(origin).then((answers) => current && setFound(answers));
    return () => {
      current = false;
    };
  }, [served, port, session]);

  // A run that came by a link is played in the page.
  useEffect(() => {
    if (served && session.origin === undefined && session.player.steps.length > 0) setKept({ served: false, port });
  });

  const turnOn = async () => {
    choose({ served: true, port });
    const said = kept === undefined ? await askPort(data.ports) : undefined;
    if (said !== undefined) choose({ served: true, port: said });
  };
  return (
    <section class="play-local">
      <fieldset>
        <legend>{words.title}</legend>
        <label>
          <input
            type="radio"
            name="where"
            checked={!served}
            onChange={() => {
              choose({ served: false, port });
              session.useOrigin(undefined);
            }}
          />
          {words.page}
        </label>
        <label>
          <input type="radio" name="where" checked={served} onChange={() => void turnOn()} />
          <Prose text={words.served} />
        </label>
      </fieldset>
      {served && (
        <>
          <label>
            {words.port}{" "}
            <input
              name="port"
              type="number"
              min="1"
              max="65535"
              value={port}
              onInput={({ currentTarget }) => choose({ served, port: Number(currentTarget.value) })}
            />
          </label>
          <p role="status">
            {found === true && <span class="good">● {words.connected}</span>}
            {found === undefined && words.searching}
            {found === false && (
              <span class="bad">
                <Prose text={fill(words.lost, { port })} />
              </span>
            )}
          </p>
          <small>{words.note}</small>
        </>
      )}
    </section>
  );
}

/** The port that the docs server says; a page from a folder has none. */
async function askPort(ports: string): Promise<number | undefined> {
  if (!location.protocol.startsWith("http")) return undefined;
  try {
    const said: { sandbox?: unknown } = await (await fetch(ports)).json();
    return typeof said.sandbox === "number" ? said.sandbox : undefined;
  } catch {
    return undefined;
  }
}

function recall(): Kept | undefined {
  try {
    const kept: Partial<Kept> = JSON.parse(localStorage.getItem(key) ?? "null") ?? {};
    return typeof kept.port === "number" ? { served: kept.served === true, port: kept.port } : undefined;
  } catch {
    return undefined;
  }
}

function keep(kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
}
