import type { FaultName } from "@setor/sandbox";
import type { PlayOperation } from "@setor-tooling/play/vendor";
import type { PlayData } from "../../pages/console/play-data.js";

interface ArrowProps {
  readonly data: PlayData;
  readonly operation: PlayOperation;
  readonly fault: FaultName | undefined;
  readonly onChange: (fault: FaultName | undefined) => void;
}

/** The way to the vendor, on which something may go wrong: what, is chosen on the arrow itself. */
export function Arrow({ data, operation, fault, onChange }: ArrowProps) {
  const { lanes, fault: label, noFault, faults } = data.messages;
  return (
    <div class={fault === undefined ? "arrow" : "arrow broken"}>
      <span aria-hidden="true">{lanes.app}</span>
      <label>
        <span class="unseen">{label}</span>
        <select
          name="fault"
          value={fault ?? ""}
          onChange={({ currentTarget }) => onChange(operation.faults.find((name) => name === currentTarget.value))}
        >
          <option value="">{noFault}</option>
          {operation.faults.map((name) => (
            <option value={name}>
              {name}: {faults[name]}
            </option>
          ))}
        </select>
      </label>
      <span aria-hidden="true">{lanes.books}</span>
    </div>
  );
}
