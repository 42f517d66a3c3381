import type { Document, Schema } from "@setor-tooling/model/spec/document";
import { listOperations } from "@setor-tooling/model/spec/load";
import {
  forEachAnswerSchema,
  forEachProperty,
  forEachSchema,
  renameEverywhere,
  replaceEverywhere,
} from "./spec-walk.js";

/** One change to a spec that the client does not follow. */
export interface SpecMutation {
  readonly name: string;
  apply(spec: Document): void;
}

/**
 * Every single change of these kinds that a spec allows. Names and values are changed everywhere in the document, the
 * examples included, so that the spec stays in agreement with itself and only the client can disagree.
 */
export function listSpecMutations(spec: Document): SpecMutation[] {
  return [
    ...fieldMutations(spec),
    ...keyMutations(spec),
    ...constantMutations(spec),
    ...requiredAnswerMutations(spec),
    ...looserAnswerMutations(spec),
    ...meaningMutations(spec),
    ...listOperations(spec).flatMap(({ path, method, operation }) =>
      operationMutations(path, method, operation.operationId),
    ),
  ];
}

function fieldMutations(spec: Document): SpecMutation[] {
  const parameters = listOperations(spec).flatMap(({ operation }) => operation.parameters ?? []);
  const bodies = listOperations(spec).flatMap(({ operation }) =>
    Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => Object.keys(schema?.properties ?? {})),
  );
  // The place of a path parameter is all that the wire shows of it.
  const named = parameters.filter((parameter) => parameter.in !== "path").map(({ name }) => name);
  return [...new Set([...named, ...bodies])].map((name) => ({
    name: `request field ${name} is renamed`,
    apply: (target) => {
      replaceEverywhere(target, (key, value) => (key === "name" && value === name ? `${name}_` : undefined));
      renameEverywhere(target, name);
    },
  }));
}

function keyMutations(spec: Document): SpecMutation[] {
  const schemes = Object.entries(spec.components?.securitySchemes ?? {});
  return schemes
    .filter(([, { type }]) => type === "apiKey")
    .map(([id]) => ({
      name: `the key ${id} is sent under another name`,
      apply: (target) => {
        const scheme = target.components?.securitySchemes?.[id];
        if (scheme !== undefined) scheme.name = `${scheme.name}_`;
      },
    }));
}

function constantMutations(spec: Document): SpecMutation[] {
  const constants = new Map<string, { property: string; value: unknown }>();
  forEachProperty(spec, (property, schema) => {
    if (Object.hasOwn(schema, "const")) {
      constants.set(`${property} ${JSON.stringify(schema.const)}`, { property, value: schema.const });
    }
  });
  return [...constants].map(([name, { property, value }]) => ({
    name: `constant ${name} is another`,
    apply: (target) => {
      replaceEverywhere(target, (key, found) => (key === property && found === value ? changed(value) : undefined));
      forEachProperty(target, (candidate, schema) => {
        if (candidate === property && schema.const === value) schema.const = changed(value);
      });
      for (const { operation } of listOperations(target)) {
        for (const parameter of operation.parameters ?? []) {
          if (parameter.name !== property || parameter.schema === undefined) continue;
          if (parameter.schema.const === value) parameter.schema.const = changed(value);
        }
      }
    },
  }));
}

function requiredAnswerMutations(spec: Document): SpecMutation[] {
  const names = new Set<string>();
  const requests = new Set(
    listOperations(spec).flatMap(({ operation }) =>
      Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        Object.keys(schema?.properties ?? {}),
      ),
    ),
  );
  forEachSchema(spec, (schema) => {
    for (const name of schema.required ?? []) if (!requests.has(name)) names.add(name);
  });
  return [...names].map((name) => ({
    name: `required field ${name} of an answer is renamed`,
    apply: (target) => renameEverywhere(target, name),
  }));
}

/** What describes is required, what may contradict is not limited, what names another bill is not compared. */
function looserAnswerMutations(spec: Document): SpecMutation[] {
  const optional = new Set<string>();
  const limited = new Set<string>();
  const echoed = new Set<string>();
  const required = new Set<string>();
  forEachAnswerSchema(spec, (schema) => {
    for (const name of schema.required ?? []) required.add(name);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!Object.hasOwn(property, "const")) optional.add(name);
      if (property.enum !== undefined) limited.add(name);
      if (property["x-echo"] !== undefined) echoed.add(name);
    }
  });
  const mutations = (
    names: ReadonlySet<string>,
    what: string,
    mutation: (schema: Schema, name: string) => void,
  ): SpecMutation[] =>
    [...names].map((name) => ({
      name: what.replace("%", name),
      apply: (target) =>
        forEachAnswerSchema(target, (schema) => {
          if (Object.hasOwn(schema.properties ?? {}, name)) mutation(schema, name);
        }),
    }));
  const without = (keyword: "enum" | "x-echo") => (schema: Schema, name: string) => {
    const property = schema.properties?.[name];
    if (property !== undefined) delete property[keyword];
  };
  return [
    // What one member requires, another need not.
    ...mutations(
      new Set([...optional].filter((name) => !required.has(name))),
      "the optional field % of an answer is required",
      (schema, name) => {
        schema.required = [...new Set([...(schema.required ?? []), name])];
      },
    ),
    ...mutations(limited, "the field % of an answer may say anything", without("enum")),
    ...mutations(echoed, "the field % of an answer may name another's", without("x-echo")),
  ];
}

function meaningMutations(spec: Document): SpecMutation[] {
  const reasons = new Set<string>();
  const outcomes = new Set<string>();
  replaceEverywhere(spec, (key, value) => {
    if (key === "x-reason") reasons.add(String(value));
    if (key === "x-outcome") outcomes.add(String(value));
    return undefined;
  });
  const mutation = (extension: string, value: string): SpecMutation => ({
    name: `${extension} ${value} is another`,
    apply: (target) =>
      replaceEverywhere(target, (key, found) =>
        key === extension && found === value ? `${value}-mutated` : undefined,
      ),
  });
  return [
    ...[...reasons].map((reason) => mutation("x-reason", reason)),
    ...[...outcomes].map((word) => mutation("x-outcome", word)),
  ];
}

function operationMutations(path: string, method: "get" | "post", id: string): SpecMutation[] {
  const change = (name: string, apply: SpecMutation["apply"]) => ({ name: `${id}: ${name}`, apply });
  const operationOf = (target: Document) => {
    const operation = target.paths[path]?.[method];
    if (operation === undefined) throw new Error(`${id} is gone`);
    return operation;
  };
  return [
    change("the method is another", (target) => {
      target.paths[path] = { [method === "get" ? "post" : "get"]: operationOf(target) };
    }),
    change("the path is another", (target) => {
      target.paths = Object.fromEntries(
        Object.entries(target.paths).map(([known, item]) => [known === path ? `/changed${path}` : known, item]),
      );
    }),
    change("the request media type is another", (target) => {
      const operation = operationOf(target);
      const [media] = Object.values(operation.requestBody?.content ?? {});
      operation.requestBody = { content: { "application/xml": media ?? {} } };
    }),
    change("one more header is required", (target) => {
      const operation = operationOf(target);
      const header = { name: "X-Mutated", in: "header", required: true, schema: { type: "string" } } as const;
      operation.parameters = [...(operation.parameters ?? []), header];
    }),
    change("one more query parameter is required", (target) => {
      const operation = operationOf(target);
      const query = { name: "changed", in: "query", required: true, schema: { type: "string" } } as const;
      operation.parameters = [...(operation.parameters ?? []), query];
    }),
    change("security is turned around", (target) => {
      const operation = operationOf(target);
      const secured = (operation.security ?? target.security ?? []).length > 0;
      operation.security = secured ? [] : [{ changed: [] }];
      const securitySchemes = { ...target.components?.securitySchemes, changed: { type: "http", scheme: "bearer" } };
      target.components = { ...target.components, securitySchemes };
    }),
    change("another status answers", (target) => {
      const operation = operationOf(target);
      operation.responses = Object.fromEntries(
        Object.entries(operation.responses).map(([status, response]) => [String(Number(status) + 3), response]),
      );
    }),
    change("another media type answers", (target) => {
      for (const response of Object.values(operationOf(target).responses)) {
        const media = Object.values(response.content ?? {});
        response.content = Object.fromEntries(media.map((each, index) => [`application/mutated${index}`, each]));
      }
    }),
  ];
}

function changed(value: unknown): unknown {
  return typeof value === "number" ? value + 90 : typeof value === "boolean" ? !value : `${String(value)}-mutated`;
}
