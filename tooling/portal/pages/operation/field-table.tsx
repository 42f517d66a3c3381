import type { Schema } from "@setor-tooling/model/spec/document";
import type { VNode } from "preact";
import { joined } from "../../components/joined.js";
import { Table } from "../../components/table.js";
import type { Messages } from "../../layout/messages/messages.js";
import { Markdown } from "../../markdown/markdown.js";
import { type Field, listedValues } from "./fields.js";

/** Fields with their types, limits and values. */
export function FieldTable(props: {
  readonly fields: readonly Field[];
  readonly label: string;
  readonly messages: Messages;
}): VNode {
  const { fields, label, messages } = props;
  if (fields.length === 0) return <p>{messages.noFields}</p>;
  return (
    <Table
      label={label}
      heads={[messages.field, messages.type, messages.meaning]}
      rows={fields.map((field) => ({
        id: `${label === messages.requestFields ? "request" : "answer"}-${field.name}`,
        cells: [
          <>
            <code>{field.name}</code>
            <small>
              {field.place}
              {field.required && (
                <>
                  {" · "}
                  <b>{messages.required}</b>
                </>
              )}
            </small>
          </>,
          <TypeOf schema={field.schema} messages={messages} />,
          <Meaning field={field} messages={messages} />,
        ],
      }))}
      named
    />
  );
}

function TypeOf({ schema, messages }: { readonly schema: Schema; readonly messages: Messages }): VNode {
  const limits = limitsOf(schema, messages);
  return (
    <>
      {typeName(schema)}
      {limits.length > 0 && <small>{joined(limits.map((limit) => <code>{limit}</code>))}</small>}
      {schema["x-sensitive"] === "secret" && <small class="sensitive">{messages.secret}</small>}
      {schema["x-sensitive"] === "personal" && <small class="sensitive">{messages.personal}</small>}
    </>
  );
}

/** A constant says its type by its value. */
function typeName({ type, const: only, anyOf, enum: listed, format }: Schema): string {
  if (format === "binary") return "file";
  if (type !== undefined) return [type].flat().join(" | ");
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeName))].join(" | ");
  const example = only ?? listed?.[0];
  if (example === undefined) return "any";
  return example === null ? "null" : typeof example;
}

function limitsOf(schema: Schema, { characters }: Messages): string[] {
  const { pattern, minLength, maxLength, minimum, maximum, format } = schema;
  const length =
    minLength !== undefined && minLength === maxLength
      ? [`${minLength} ${characters}`]
      : [
          ...(minLength === undefined ? [] : [`≥ ${minLength} ${characters}`]),
          ...(maxLength === undefined ? [] : [`≤ ${maxLength} ${characters}`]),
        ];
  return [
    ...(format === undefined ? [] : [format]),
    ...(pattern === undefined ? [] : [pattern]),
    ...length,
    ...(minimum === undefined ? [] : [`≥ ${minimum}`]),
    ...(maximum === undefined ? [] : [`≤ ${maximum}`]),
  ];
}

function Meaning({ field: { schema, description }, messages }: { field: Field; messages: Messages }): VNode {
  const values = listedValues(schema);
  return (
    <>
      <Markdown text={description} under={3} slugs={[]} />
      {values.length > 0 && (
        <p class="values">
          {values.length === 1 ? messages.always : messages.oneOf}:{" "}
          {joined(values.map((value) => <Value value={value} />))}
        </p>
      )}
    </>
  );
}

function Value({ value }: { readonly value: unknown }): VNode {
  return <code>{typeof value === "string" ? value || '""' : JSON.stringify(value)}</code>;
}
