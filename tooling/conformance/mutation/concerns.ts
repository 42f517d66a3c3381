import type { ClientMutation } from "@setor-tooling/model/mutation";
import type { Document, Parameter, SpecOperation } from "@setor-tooling/model/spec/document";
import { listOperations } from "@setor-tooling/model/spec/load";
import { replaceEverywhere } from "./spec-walk.js";

/** Whether a vendor's suite must notice a defect, by what its spec says. */
type Concern = (spec: Document) => boolean;

/** A defect of what all clients share. */
export interface CoreMutation extends ClientMutation {
  readonly concerns: Concern;
}

export const everyone: Concern = () => true;

/** There is an operation with one of these effects. */
export function hasEffect(...effects: SpecOperation["x-effect"][]): Concern {
  return (spec) => listOperations(spec).some(({ operation }) => effects.includes(operation["x-effect"]));
}

/** A body of this type is sent. */
export function sends(mediaType: string): Concern {
  return (spec) =>
    listOperations(spec).some(({ operation }) => Object.hasOwn(operation.requestBody?.content ?? {}, mediaType));
}

/** There is a parameter in this location. */
export function takes(location: Parameter["in"]): Concern {
  return (spec) =>
    listOperations(spec).some(({ operation }) => operation.parameters?.some((each) => each.in === location));
}

/** A field that is sent always says the same. */
export const sendsConstants: Concern = (spec) =>
  listOperations(spec).some(({ operation }) => {
    const bodies = Object.values(operation.requestBody?.content ?? {});
    const fields = bodies.flatMap(({ schema }) => Object.values(schema?.properties ?? {}));
    const schemas = [...fields, ...(operation.parameters ?? []).map(({ schema }) => schema ?? {})];
    return schemas.some((schema) => Object.hasOwn(schema, "const"));
  });

/** A keyword stands somewhere in the operations, with this value or with any. */
export function says(keyword: string, wanted?: string): Concern {
  return (spec) => {
    let found = false;
    replaceEverywhere(spec, (key, value) => {
      found ||= key === keyword && (wanted === undefined || value === wanted);
      return undefined;
    });
    return found;
  };
}
