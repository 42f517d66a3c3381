/** The part of OpenAPI 3.1 that the specs use, and the tooling reads. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  description?: string;
  example?: unknown;
  "x-sensitive"?: "secret" | "personal" | "none";
  "x-role"?: "code" | "message";
  "x-echo"?: string;
  "x-echo-pattern"?: string;
  "x-outcome"?: string;
  "x-reason"?: string;
  "x-payload"?: string;
}

export interface Evidence {
  level: "documented" | "observed" | "assumed";
  source: string;
  settle?: string;
}

export interface Example {
  $ref?: string;
  summary?: string;
  description?: string;
  value: unknown;
  "x-evidence"?: Evidence;
  "x-outcome"?: string;
  "x-reason"?: string;
}

export interface Media {
  schema?: Schema;
  examples?: Record<string, Example>;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema?: Schema;
  /** What every scenario sends, where the examples have none of their own. */
  example?: unknown;
  examples?: Record<string, Example>;
}

export interface Response {
  description: string;
  headers?: Record<
    string,
    { description?: string; required?: boolean; schema?: Schema; examples?: Record<string, Example> }
  >;
  content?: Record<string, Media>;
}

export interface SecurityScheme {
  type: string;
  description?: string;
  /** Of a bearer token. */
  scheme?: string;
  /** Of a key: where it is sent, and as what. */
  in?: string;
  name?: string;
  /** What a key looks like. */
  "x-schema"?: Schema;
}

export interface SpecOperation {
  operationId: string;
  summary: string;
  description?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, Response>;
  "x-effect": "read" | "create" | "money" | "billed" | "auth";
  "x-evidence": Evidence;
  "x-timeout-ms": number;
  "x-settled-by"?: string;
  "x-final-after-ms"?: { value: number; "x-evidence": Evidence };
  "x-business-key"?: string[];
  "x-reference"?: string[];
  "x-ask"?: {
    "after-ms": number;
    "every-ms": number;
    "until-ms": number;
    max?: number;
    "pace-ms"?: number;
    "x-evidence": Evidence;
  };
  "x-undoes"?: string;
  "x-resend"?: "new-reference" | "same-reference" | "by-decision";
  "x-no-4xx"?: string;
  "x-codeSamples"?: { lang: string; label: string; source: string }[];
}

/** A request that the vendor sends to the integrator. */
export type Notice = Pick<
  SpecOperation,
  "operationId" | "summary" | "description" | "requestBody" | "responses" | "x-evidence"
>;

export interface Document {
  openapi: string;
  info: {
    title: string;
    version: string;
    summary?: string;
    description?: string;
    "x-price"?: { description: string; "x-evidence": Evidence };
  };
  servers: { url: string; description?: string; variables?: Record<string, { default: string }> }[];
  security?: Record<string, string[]>[];
  paths: Record<string, Partial<Record<"get" | "post", SpecOperation>>>;
  /** What the vendor sends by itself; no client calls it. */
  webhooks?: Record<string, { post?: Notice }>;
  components?: {
    schemas?: Record<string, Schema>;
    securitySchemes?: Record<string, SecurityScheme>;
  };
}
