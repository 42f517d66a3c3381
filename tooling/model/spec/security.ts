import type { Document, Parameter, SecurityScheme, SpecOperation } from "./document.js";

/** The security schemes that an operation asks for, all of them. */
export function schemesOf(spec: Document, { operationId, security }: SpecOperation): SecurityScheme[] {
  return (security ?? spec.security ?? []).flatMap((requirement) =>
    Object.keys(requirement).map((name) => {
      const scheme = spec.components?.securitySchemes?.[name];
      if (scheme === undefined) throw new Error(`${operationId}: there is no security scheme ${name}`);
      return scheme;
    }),
  );
}

/**
 * What an operation sends beside its body: its parameters, and each key of its security as a secret among them. A key
 * stands behind what the spec fixes, where the vendors' own samples have it.
 */
export function parametersOf(spec: Document, operation: SpecOperation): Parameter[] {
  const keys = schemesOf(spec, operation).flatMap((scheme) =>
    scheme.type === "apiKey" ? [keyParameter(operation.operationId, scheme)] : [],
  );
  const declared = operation.parameters ?? [];
  const fixed = declared.filter(({ schema }) => Object.hasOwn(schema ?? {}, "const"));
  return [...fixed, ...keys, ...declared.filter((parameter) => !fixed.includes(parameter))];
}

function keyParameter(operationId: string, { name, in: location, description, "x-schema": schema }: SecurityScheme) {
  if (location !== "query" || name === undefined || schema === undefined) {
    throw new Error(`${operationId}: a key must be sent in the query, and say its form in x-schema`);
  }
  return {
    name,
    in: location,
    required: true,
    ...(description !== undefined && { description }),
    schema: { ...schema, "x-sensitive": "secret" },
    example: schema.example,
  } satisfies Parameter;
}
