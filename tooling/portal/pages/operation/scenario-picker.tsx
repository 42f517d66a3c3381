import type { Scenario } from "@setor-tooling/model/scenarios";
import { type SampleRequest, sampleRequest } from "@setor-tooling/samples/request";
import type { VNode } from "preact";
import { Badge, Evidence } from "../../components/badge.js";
import { Code } from "../../components/code.js";
import { Prose } from "../../components/prose.js";
import { linkTo } from "../../layout/links.js";
import { vendorPage } from "../../layout/page.js";
import type { OperationShown } from "./page.js";

/** The scenarios of an operation: choosing one changes request, answer, result, evidence and advice together. */
export function ScenarioPicker(shown: OperationShown): VNode {
  const { docs, located, messages } = shown;
  const own = docs.scenarios.filter(({ operationId }) => operationId === located.operation.operationId);
  return (
    <fieldset class="picker">
      <legend>{messages.scenario}</legend>
      {own.map((scenario, index) => (
        <>
          <input type="radio" name="scenario" id={`pick-${scenario.name}`} checked={index === 0} />
          <label for={`pick-${scenario.name}`}>
            <Prose text={scenario.summary} />
            <Badge word={moodOf(scenario)} shown={scenario.reason ?? scenario.outcome} />
          </label>
          <ScenarioPanel {...shown} scenario={scenario} />
        </>
      ))}
    </fieldset>
  );
}

/** Good, bad or open: the colour of an outcome. */
function moodOf({ outcome }: Scenario): string {
  if (["ok", "paid", "reversed"].includes(outcome)) return "good";
  return ["pending", "unknown"].includes(outcome) ? "open" : "bad";
}

function ScenarioPanel(props: OperationShown & { readonly scenario: Scenario }): VNode {
  const { docs, scenario, address, messages, results } = props;
  const remedy = docs.remedies[scenario.reason ?? scenario.outcome];
  const request = sampleRequest(docs.spec, scenario, docs.profile, "");
  const answer = typeof scenario.answer === "string" ? scenario.answer : JSON.stringify(scenario.answer, null, 2);
  return (
    <article class="scenario" id={scenario.name}>
      <h3>
        <code>{scenario.name}</code>
      </h3>
      <p>
        <Evidence known={scenario.evidence} messages={messages} />
      </p>
      <h4>{messages.sent}</h4>
      <Code language="http" text={writeRequest(request)} />
      <h4>
        {messages.answered}: HTTP {scenario.status}
      </h4>
      <Code language={typeof scenario.answer === "string" ? "html" : "json"} text={answer} />
      <h4>{messages.client}</h4>
      <Code language="json" text={results.get(scenario.name) ?? ""} />
      {remedy !== undefined && (
        <p class="advice">
          <b>{messages.action}</b> <Prose text={remedy.action[address.language]} />{" "}
          <a href={linkTo(address, `${vendorPage(docs.vendor, "errors")}#${scenario.reason ?? scenario.outcome}`)}>
            {messages.errors}
          </a>
        </p>
      )}
    </article>
  );
}

/** As it goes over the wire, but for the line breaks of a form and what is in a file. */
function writeRequest({ method, url, query, headers, body }: SampleRequest): string {
  const search = new URLSearchParams(query).toString();
  const lines = [`${method} ${url}${search === "" ? "" : `?${search}`} HTTP/1.1`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  switch (body.type) {
    case "none":
      break;
    case "json":
      lines.push("", JSON.stringify(body.value, null, 2));
      break;
    case "form":
      lines.push("Content-Type: application/x-www-form-urlencoded", "", new URLSearchParams(body.fields).toString());
      break;
    case "multipart":
      lines.push("Content-Type: multipart/form-data", "");
      for (const name of body.files) lines.push(`${name}: (JPEG)`);
      for (const [name, value] of Object.entries(body.fields)) lines.push(`${name}: ${value}`);
  }
  return lines.join("\n");
}
