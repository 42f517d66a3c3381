import type { Catalogue, OperationEntry, VendorEntry } from "@setor-tooling/answers/catalogue/catalogue";
import { type Diagnosis, diagnose } from "@setor-tooling/answers/engine/diagnose";
import type { Context } from "@setor-tooling/answers/engine/locate";
import { maskText } from "@setor-tooling/answers/engine/mask";
import { render, type VNode } from "preact";
import { Answer } from "../components/answer.js";
import type { AnswersData } from "../components/answers-data.js";
import { offerCopies } from "./copy.js";

declare global {
  var setorAnswers: AnswersData | undefined;
}

/** What is in the address of the page. */
interface Asked extends Context {
  readonly text: string;
}

const loaded = globalThis.setorAnswers;
const form = document.querySelector<HTMLFormElement>("form[data-paste]");
const place = document.querySelector<HTMLElement>("#answer");
if (loaded !== undefined && form !== null && place !== null) follow(loaded, form, place);

/** Answers what is in the field: at once when it is pasted or was in the address, and when the button is pressed. */
function follow(data: AnswersData, form: HTMLFormElement, place: HTMLElement): void {
  const { catalogue } = data;
  const field = form.querySelector("textarea");
  const clear = form.querySelector<HTMLButtonElement>("[type=reset]");
  if (field === null || clear === null) return;

  const ask = (asked: Asked) => {
    const answer = diagnose(asked.text, catalogue, asked);
    const isEmpty = asked.text.trim() === "";
    clear.hidden = isEmpty;
    if (answer === undefined) delete document.documentElement.dataset["asked"];
    keepAddress(asked, catalogue);
    const choose = (context: Context) => ask({ text: asked.text, ...context });
    render(isEmpty ? null : <Shown {...{ data, answer, asked, choose }} />, place);
    for (const button of place.querySelectorAll(".code > .copy")) button.remove();
    offerCopies(place);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask({ text: field.value });
  });
  form.addEventListener("reset", () => {
    ask({ text: "" });
    field.focus();
  });
  field.addEventListener("paste", () => setTimeout(() => ask({ text: field.value })));
  document.querySelector("#without-script")?.remove();
  const asked = readAddress();
  field.value = asked.text;
  ask(asked);
}

interface ShownProps {
  readonly data: AnswersData;
  readonly answer: Diagnosis | undefined;
  readonly asked: Asked;
  readonly choose: (context: Context) => void;
}

function Shown({ data, answer, asked, choose }: ShownProps): VNode {
  const { answers, catalogue, runs } = data;
  if (answer === undefined) {
    return (
      <p class="advice nothing">
        {answers.nothing} <a href="#questions">{answers.tree}</a>
      </p>
    );
  }
  return (
    <>
      <Answer answer={answer} catalogue={catalogue} messages={{ answers }} runs={runs} isSection>
        <MoreExact {...{ data, answer, asked, choose }} />
      </Answer>
      <p class="address">
        <small>{answers.address}</small>
      </p>
    </>
  );
}

/** Whom and which call it was about, where that may change the answer. */
function MoreExact({ data, answer, asked, choose }: Omit<ShownProps, "answer"> & { answer: Diagnosis }): VNode | null {
  const { answers, catalogue } = data;
  const { vendor, unclear } = answer;
  const isAsked = unclear === "vendor" || asked.vendor !== undefined;
  const operations = unclear === "operation" || asked.operation !== undefined ? (vendor?.operations ?? []) : [];
  if (!isAsked && operations.length === 0) return null;
  return (
    <div class="exact">
      {isAsked && (
        <Choices
          label={answers.vendorUnclear}
          choices={catalogue.vendors}
          chosen={asked.vendor}
          choose={({ id }) => choose({ vendor: id })}
        />
      )}
      {operations.length > 0 && vendor !== undefined && (
        <Choices
          label={answers.operationUnclear}
          choices={operations}
          chosen={asked.operation}
          choose={({ id }) => choose({ vendor: vendor.id, operation: id })}
        />
      )}
    </div>
  );
}

type Choosable = VendorEntry | OperationEntry;

function Choices(props: {
  readonly label: string;
  readonly choices: readonly Choosable[];
  readonly chosen: string | undefined;
  readonly choose: (choice: Choosable) => void;
}): VNode {
  const { label, choices, chosen, choose } = props;
  return (
    <fieldset>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <button type="button" aria-pressed={choice.id === chosen} onClick={() => choose(choice)}>
          {"name" in choice ? choice.name : choice.id}
        </button>
      ))}
    </fieldset>
  );
}

/** After `?`, as a colleague sends it, or after `#`, as another page hands it over without sending it anywhere. */
function readAddress(): Asked {
  const given = new URLSearchParams(location.hash.startsWith("#q=") ? location.hash.slice(1) : location.search);
  const [vendor, operation] = [given.get("v"), given.get("o")];
  return { text: given.get("q") ?? "", ...(vendor && { vendor }), ...(operation && { operation }) };
}

/** Nothing is loaded for it. A browser that keeps no address of a file as it is has it after `#`. */
function keepAddress({ text, vendor, operation }: Asked, catalogue: Catalogue): void {
  const masked = maskText(text, catalogue);
  const kept = new URLSearchParams({ q: masked, ...(vendor && { v: vendor }), ...(operation && { o: operation }) });
  const path = location.pathname;
  try {
    history.replaceState(null, "", masked === "" ? path : `${path}?${kept}`);
  } catch {
    location.replace(masked === "" ? "#" : `#${kept}`);
  }
}
