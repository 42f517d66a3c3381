import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * One scenario, one name: `<operationId>.<what>` names an example of the response, of the request body and of every
 * parameter, and of the response's headers; and the files in `examples/` are exactly those that are used.
 */
export function scenarios() {
  const used = new Set();
  return {
    Operation(operation, context) {
      const sides = new Sides(operation, context);
      for (const { name, location } of sides.responses) {
        if (!name.startsWith(`${operation.operationId}.`)) {
          context.report({ message: `Scenario "${name}" must begin with "${operation.operationId}.".`, location });
        }
      }
      sides.reportEmptyResponses();
      sides.reportUnpaired();
      for (const file of sides.files) used.add(file);
    },
    Root: {
      leave(_root, { report, location }) {
        const folder = join(dirname(location.source.absoluteRef), "examples");
        for (const file of readdirSync(folder)) {
          if (!used.has(file)) report({ message: `examples/${file} is not used by the spec.`, location });
        }
      },
    },
  };
}

class Sides {
  responses = [];
  files = new Set();
  #requests = [];
  #headers = [];
  #empty = [];
  #context;
  #operationAt;

  constructor(operation, context) {
    this.#context = context;
    this.#operationAt = context.location;
    for (const parameter of operation.parameters ?? []) this.#addParameter(parameter);
    for (const [mediaType, media] of Object.entries(operation.requestBody?.content ?? {})) {
      const at = context.location.child(["requestBody", "content", mediaType, "examples"]);
      this.#requests.push({ what: "the request body", examples: this.#names(media.examples, at) });
    }
    for (const [status, declared] of Object.entries(operation.responses ?? {})) this.#addResponse(status, declared);
  }

  reportEmptyResponses() {
    for (const { what, location } of this.#empty) {
      this.#context.report({ message: `${what} has no named example.`, location });
    }
  }

  reportUnpaired() {
    const names = this.responses.map(({ name }) => name);
    for (const name of names.filter((candidate, index) => names.indexOf(candidate) !== index)) {
      this.#context.report({ message: `Scenario "${name}" has two answers.`, location: this.#operationAt });
    }
    for (const { what, examples } of this.#requests) {
      const here = examples.map(({ name }) => name);
      for (const name of names.filter((candidate) => !here.includes(candidate))) {
        this.#context.report({
          message: `Scenario "${name}" has no example for ${what}.`,
          location: this.#operationAt,
        });
      }
    }
    for (const { name, location } of [...this.#requests.flatMap(({ examples }) => examples), ...this.#headers]) {
      if (!names.includes(name)) this.#context.report({ message: `Scenario "${name}" has no answer.`, location });
    }
  }

  #addParameter(declared) {
    const { node: parameter, location } = this.#context.resolve(declared);
    if (parameter?.schema?.const !== undefined) return;
    const examples = this.#names(parameter?.examples, (location ?? this.#operationAt).child("examples"));
    if (parameter?.required === true) this.#requests.push({ what: `parameter ${parameter.name}`, examples });
    else this.#headers.push(...examples);
  }

  #addResponse(status, declared) {
    const resolved = this.#context.resolve(declared);
    const at = resolved.location ?? this.#operationAt.child(["responses", status]);
    for (const [mediaType, media] of Object.entries(resolved.node?.content ?? {})) {
      const mediaAt = at.child(["content", mediaType]);
      const examples = this.#names(media.examples, mediaAt.child("examples"));
      if (examples.length === 0) this.#empty.push({ what: `Response ${status} ${mediaType}`, location: mediaAt });
      this.responses.push(...examples);
    }
    for (const [name, header] of Object.entries(resolved.node?.headers ?? {})) {
      this.#headers.push(...this.#names(header.examples, at.child(["headers", name, "examples"])));
    }
  }

  #names(examples, at) {
    return Object.entries(examples ?? {}).map(([name, example]) => {
      if (typeof example.$ref === "string") this.files.add(basename(example.$ref.split("#")[0]));
      return { name, location: at.child(name) };
    });
  }
}
