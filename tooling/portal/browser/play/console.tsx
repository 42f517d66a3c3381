import type { FaultName } from "@setor/sandbox";
import type { PlayOperation } from "@setor-tooling/play/vendor";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Playing } from "./app.js";
import { Arrow } from "./arrow.js";
import { type Draft, fillDraft, presetsOf, toInput } from "./draft.js";
import { Fields } from "./fields.js";
import { fill } from "./format.js";
import { type Stage, stagesOf } from "./stages.js";
import { Stepper } from "./stepper.js";

/** What the reader can do next: a call with its fields and its fault, and settling what is open. */
export function Console(playing: Playing) {
  const { data, session } = playing;
  const { vendor, messages } = data;
  const { player } = session;
  const stages = useMemo(() => stagesOf(vendor), [vendor]);
  const [operation, setOperation] = useState<PlayOperation | undefined>(firstOf(stages));
  const [draft, setDraft] = useState<Draft>({ preset: undefined, values: {} });
  const [fault, setFault] = useState<FaultName | undefined>();
  const known = player.returned.size;

  const choose = (next: PlayOperation) => {
    setOperation(next);
    setFault(undefined);
    setDraft(fillDraft(vendor, next, presetsOf(vendor, next.id)[0]?.[0] ?? -1, player));
  };
  // What an earlier call gave stands in the form as soon as it is there.
  useEffect(() => {
    if (operation === undefined) return;
    const first = presetsOf(vendor, operation.id)[0]?.[0] ?? -1;
    const untouched = draft.preset !== undefined || Object.keys(draft.values).length === 0;
    if (untouched) setDraft(fillDraft(vendor, operation, draft.preset ?? first, player));
  }, [known, player, operation]);
  // When the bill is there, what comes next is paying it.
  useEffect(() => {
    const last = player.returned.get(player.steps.length - 1);
    const place = stages.findIndex(({ operations }) => operations.some(({ id }) => id === last?.operation));
    const next = stages.slice(place + 1).find(({ operations }) => operations.length > 0)?.operations[0];
    if (last?.outcome.ok === true && place === 0 && next !== undefined && operation?.id === last.operation)
      choose(next);
  }, [known, player]);

  if (operation === undefined) return null;
  const input = toInput(draft);
  const canSend = !session.busy && player.inAir === undefined && input !== undefined;
  const send = async () => {
    if (input === undefined || !canSend) return;
    const { options } = draft;
    await session.take({
      do: "call",
      operation: operation.id,
      input,
      ...(fault && { fault }),
      ...(options && { options }),
    });
    // A fault is applied once.
    setFault(undefined);
  };

  return (
    <form
      class="play-console"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stepper {...playing} stages={stages} chosen={operation} onChoose={choose} />
      <Fields {...playing} operation={operation} draft={draft} onChange={setDraft} />
      <Arrow data={data} operation={operation} fault={fault} onChange={setFault} />
      <p class="play-send">
        <button type="submit" class={player.open === undefined ? "main" : ""} disabled={!canSend}>
          {messages.send} <code>{operation.id}</code>
        </button>
        {draft.missing !== undefined && (
          <small role="status">{fill(messages.fields.missing, { operation: draft.missing })}</small>
        )}
        {player.inAir !== undefined && <small role="status">{messages.inAir}</small>}
      </p>
    </form>
  );
}

/** The call with which paying begins: the one that shows the bill. */
function firstOf(stages: readonly Stage[]): PlayOperation | undefined {
  return stages.find(({ operations }) => operations.length > 0)?.operations.at(-1);
}
