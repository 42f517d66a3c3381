import { array, assert, constantFrom, property, record, string } from "fast-check";
import { expect, it } from "vitest";
import { type CsvPlace, readRecord } from "./csv.js";

function readAll(text: string, delimiter = ";"): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let place: CsvPlace = { offset: 0, line: 1 }; place.offset < text.length; ) {
    const { cells, next } = readRecord(text, place, delimiter);
    rows.push(cells);
    place = next;
  }
  return rows;
}

it("a CSV text that was written is read as it was, whatever stands in its cells", () => {
  const rows = array(array(string({ unit: "binary" }), { minLength: 2, maxLength: 5 }), { minLength: 1 });
  const dialect = record({ delimiter: constantFrom(";", ",", "\t"), end: constantFrom("\r\n", "\n", "\r") });
  assert(
    property(rows, dialect, (given, { delimiter, end }) => {
      const written = given.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter));
      expect(readAll(written.join(end), delimiter)).toEqual(given);
    }),
  );
});

it("a CSV text is read to its end, or refused, whatever it holds", () => {
  assert(
    property(array(constantFrom('"', ";", "\r", "\n", "a", '""', " "), { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      let offset = 0;
      let line = 1;
      try {
        while (offset < text.length) {
          const { next } = readRecord(text, { offset, line }, ";");
          expect(next.offset).toBeGreaterThan(offset);
          ({ offset, line } = next);
        }
      } catch (error) {
        expect(error).toHaveProperty("name", "CsvError");
      }
    }),
  );
});

it("a record in quotes keeps line breaks and doubled quotes, and the next one has its line in the file", () => {
  const text = 'a;"one\r\ntwo ""three"""\r\nb;c';
  const first = readRecord(text, { offset: 0, line: 1 }, ";");
  expect(first.cells).toEqual(["a", 'one\r\ntwo "three"']);
  expect(first.next.line).toBe(3);
  expect(readRecord(text, first.next, ";")).toMatchObject({ line: 3, cells: ["b", "c"] });
});

it("a quote that is never closed is told with the line and the cell where it opens", () => {
  expect(() => readRecord('\na;b;"c\nd;e', { offset: 1, line: 2 }, ";")).toThrow(
    expect.objectContaining({ name: "CsvError", line: 2, index: 2 }),
  );
});
