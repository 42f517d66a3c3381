import { isReference, type Plain, type Reference } from "@setor-tooling/play/run";
import type { PlayField, PlayOperation } from "@setor-tooling/play/vendor";
import type { Playing } from "./app.js";
import { type Draft, fillDraft, presetsOf, readField } from "./draft.js";
import { fill } from "./format.js";
import { PhotoField } from "./photo-field.js";

interface FieldsProps extends Playing {
  readonly operation: PlayOperation;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** The seeded bills as choices, and the fields of the call as its schema has them. */
export function Fields(props: FieldsProps) {
  const { data, session, operation, draft, onChange } = props;
  const { vendor, messages, language } = data;
  return (
    <div class="play-fields">
      <label>
        {messages.choose}
        <select
          name="preset"
          value={draft.preset ?? ""}
          onChange={({ currentTarget }) => {
            const index = Number(currentTarget.value);
            if (currentTarget.value !== "") onChange(fillDraft(vendor, operation, index, session.player));
          }}
        >
          {draft.preset === undefined && <option value="">{messages.own}</option>}
          {presetsOf(vendor, operation.id).map(([index, { label }]) => (
            <option value={index}>{label[language]}</option>
          ))}
        </select>
      </label>
      {draft.whole === undefined ? (
        operation.fields.map((field) => <Field {...props} field={field} />)
      ) : (
        <Whole {...props} />
      )}
    </div>
  );
}

/** What an earlier call gave as a whole. */
function Whole({ data, session, draft }: FieldsProps) {
  const { whole } = draft;
  if (whole?.of === undefined) return null;
  const given = session.player.given(whole.of, whole.$);
  return (
    <dl class="play-given">
      {Object.entries(Object(given)).map(([name, value]) => (
        <div>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
      <small>{fill(data.messages.fields.from, { step: whole.of + 1 })}</small>
    </dl>
  );
}

function Field(props: FieldsProps & { readonly field: PlayField }) {
  const { data, session, draft, field, onChange } = props;
  const { fields: words } = data.messages;
  const value = draft.values[field.name];
  const set = (next: Plain | Reference | undefined) => {
    const { missing: _, preset: __, ...rest } = draft;
    onChange({ ...rest, preset: undefined, values: { ...draft.values, [field.name]: next } });
  };
  if (field.kind === "photo") return <PhotoField data={data} session={session} />;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: which control it has depends on the field
    <label title={field.description}>
      <span>
        <code>{field.name}</code> {!field.required && <small>{words.optional}</small>}
      </span>
      <Control {...props} value={value} onSet={set} />
      {isReference(value) && value.of !== undefined && <small>{fill(words.from, { step: value.of + 1 })}</small>}
    </label>
  );
}

interface ControlProps extends FieldsProps {
  readonly field: PlayField;
  readonly value: Plain | Reference | undefined;
  readonly onSet: (value: Plain | undefined) => void;
}

function Control({ data, session, field, value, onSet }: ControlProps) {
  const { fields: words } = data.messages;
  if (field.kind === "time" && isReference(value)) return <input value={words.now} readOnly />;
  if (field.kind === "choice") {
    return (
      <select value={String(value ?? "")} onChange={({ currentTarget }) => onSet(currentTarget.value || undefined)}>
        <option value="">{words.none}</option>
        {field.choices?.map((choice) => (
          <option value={choice}>{choice}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      name={field.name}
      inputMode={field.kind === "number" ? "numeric" : undefined}
      autocomplete="off"
      spellcheck={false}
      value={shown(value, session.player)}
      onInput={({ currentTarget }) => onSet(readField(field, currentTarget.value))}
    />
  );
}

function shown(value: Plain | Reference | undefined, player: Playing["session"]["player"]): string {
  if (!isReference(value)) return String(value ?? "");
  return value.of === undefined ? "" : String(player.given(value.of, value.$) ?? "");
}
