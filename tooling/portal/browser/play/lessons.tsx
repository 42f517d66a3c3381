import type { Whereabouts } from "@setor-tooling/play/lesson";
import { useState } from "preact/hooks";
import { Prose } from "../../components/prose.js";
import type { PlayData, ToldLesson } from "../../pages/console/play-data.js";
import type { Playing } from "./app.js";

type Choice = ToldLesson["choices"][number];

/** A lesson: what has happened, where the money is, and what the reader does. */
export function LessonView(props: Playing & { readonly lesson: ToldLesson; readonly onLeave: () => void }) {
  const { data, session, lesson, onLeave } = props;
  const { lessons: words } = data.messages;
  const [said, setSaid] = useState<{ readonly of: string; readonly answer: Whereabouts } | undefined>();
  const [chosen, setChosen] = useState<{ readonly of: string; readonly choice: Choice } | undefined>();
  const answer = said?.of === lesson.id ? said.answer : undefined;
  const choice = chosen?.of === lesson.id ? chosen.choice : undefined;

  const choose = async (next: Choice) => {
    setChosen({ of: lesson.id, choice: next });
    await session.begin({ steps: [...lesson.before, ...next.steps] });
  };

  return (
    <section class="play-lesson" aria-labelledby="lesson-title">
      <h2 id="lesson-title">{lesson.title}</h2>
      <p>
        <Prose text={lesson.story} />
      </p>
      <fieldset>
        <legend>{words.question}</legend>
        {(["moved", "not-moved", "nobody-knows"] as const).map((each) => (
          <label>
            <input
              type="radio"
              name="whereabouts"
              checked={answer === each}
              onChange={() => setSaid({ of: lesson.id, answer: each })}
            />
            {words.answers[each]}
          </label>
        ))}
      </fieldset>
      {answer !== undefined && (
        <p class="advice" role="status">
          <strong>{answer === lesson.answer ? words.right : words.wrong}</strong> <Prose text={lesson.because} />
        </p>
      )}
      {answer !== undefined && (
        <>
          <h3>{words.next}</h3>
          <p class="buttons">
            {lesson.choices.map((each) => (
              <button
                type="button"
                aria-pressed={choice === each}
                disabled={session.busy}
                onClick={() => void choose(each)}
              >
                {each.text}
              </button>
            ))}
          </p>
        </>
      )}
      {choice !== undefined && !session.busy && (
        <p class="advice" role="status">
          <span class={choice.loses ? "badge bad" : "badge good"}>{choice.loses ? words.loses : words.safe}</span>{" "}
          <Prose text={choice.because} />
        </p>
      )}
      <p>
        <button type="button" onClick={onLeave}>
          {words.leave}
        </button>
      </p>
    </section>
  );
}

interface ListProps {
  readonly data: PlayData;
  readonly chosen: ToldLesson | undefined;
  readonly onChoose: (lesson: ToldLesson) => void;
}

/** The lessons of this vendor, and where the others are. */
export function LessonList({ data, chosen, onChoose }: ListProps) {
  const { lessons: words } = data.messages;
  return (
    <section class="play-lessons" id="break-it-yourself">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ul>
        {data.lessons.map((lesson) => (
          <li>
            <button
              type="button"
              aria-pressed={lesson === chosen}
              onClick={() => {
                onChoose(lesson);
                document.querySelector("#play")?.scrollIntoView();
              }}
            >
              {lesson.title}
            </button>
          </li>
        ))}
      </ul>
      {data.elsewhere.length > 0 && (
        <>
          <h3>{words.others}</h3>
          <ul>
            {data.elsewhere.map(({ title, href }) => (
              <li>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
