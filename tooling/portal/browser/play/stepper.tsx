import type { PlayOperation } from "@setor-tooling/play/vendor";
import type { Playing } from "./app.js";
import type { Stage } from "./stages.js";

interface StepperProps extends Playing {
  readonly stages: readonly Stage[];
  readonly chosen: PlayOperation;
  readonly onChoose: (operation: PlayOperation) => void;
}

/** Where one is on the way from a bill to its receipt, and what can be called there. */
export function Stepper({ data, session, stages, chosen, onChoose }: StepperProps) {
  const { messages, vendor } = data;
  const movesMoney = vendor.operations.some(({ effect }) => effect === "money");
  return (
    <ol class="stepper">
      {stages.map(({ name, operations }) => (
        <li aria-current={operations.includes(chosen) ? "step" : undefined} data-stage={name}>
          <span class="stage">{messages.stages[name]}</span>
          {operations.map((operation) => (
            <button type="button" aria-pressed={operation === chosen} onClick={() => onChoose(operation)}>
              <code>{operation.id}</code>
            </button>
          ))}
          <Actions data={data} session={session} stage={name} />
          {name === "settle" && movesMoney && <Settle data={data} session={session} />}
        </li>
      ))}
    </ol>
  );
}

/** What somebody else does: at the stage of paying, once there is something that it is about. */
function Actions({ data, session, stage }: Playing & { readonly stage: Stage["name"] }) {
  const { vendor, language } = data;
  if (stage !== "pay") return null;
  return (
    <>
      {(vendor.actions ?? []).map(({ label, body }, action) => {
        const names = Object.values(body).flatMap((value) =>
          typeof value === "string" && value.startsWith("$") ? [value.slice(1)] : [],
        );
        const { player } = session;
        const steps = [...player.returned.keys()].sort((a, b) => b - a);
        const of = steps.find((step) => names.every((name) => player.given(step, name) !== undefined));
        return (
          <button
            type="button"
            disabled={of === undefined || session.busy}
            onClick={() => of !== undefined && session.take({ do: "act", action, of })}
          >
            {label[language]}
          </button>
        );
      })}
    </>
  );
}

/** The only button that is lit while something is open. */
function Settle({ data, session }: Playing) {
  const { player } = session;
  const { open } = player;
  const { messages } = data;
  const last = [...player.returned.values()].at(-1)?.outcome;
  return (
    <>
      <button
        type="button"
        class={open === undefined ? "" : "main lit"}
        disabled={open === undefined || session.busy || player.inAir !== undefined}
        onClick={() => open !== undefined && session.take({ do: "settle", of: open })}
      >
        <code>settle()</code>
      </button>
      {open !== undefined && <small role="status">{messages.settleHint}</small>}
      {open === undefined && last?.settlement === "manual" && <small role="status">{messages.byHand}</small>}
    </>
  );
}
