import { loadProfile } from "@setor-tooling/model/load-profile";
import { firstScenarios, listScenarios } from "@setor-tooling/model/scenarios";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors, sandboxUrl } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { writePhpSample } from "./php.js";
import { type SampleRequest, sampleRequest } from "./request.js";

const plain = {
  url: "https://vendor.example/pay",
  query: {},
  headers: {},
  timeoutMs: 45_000,
  signature: undefined,
} satisfies Partial<SampleRequest>;

/** What every program ends with. */
const ending = String.raw`    CURLOPT_FOLLOWLOCATION => false,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT_MS => 45000,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
echo $answer, "\n";
`;

describe("a program of PHP sends", () => {
  it("a program of PHP sends a query", () => {
    const request: SampleRequest = { ...plain, method: "GET", query: { do: "it's" }, body: { type: "none" } };
    expect(writePhpSample(request)).toBe(String.raw`<?php

$curl = curl_init('https://vendor.example/pay?' . http_build_query(['do' => 'it\'s']));
curl_setopt_array($curl, [
${ending}`);
  });

  it("a program of PHP sends a form", () => {
    const request: SampleRequest = { ...plain, method: "POST", body: { type: "form", fields: { invoice: "1" } } };
    expect(writePhpSample(request)).toBe(`<?php

$curl = curl_init('https://vendor.example/pay');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_POSTFIELDS => http_build_query(['invoice' => '1']),
${ending}`);
  });

  it("a program of PHP sends a file", () => {
    const body = { type: "multipart", fields: { key: "k" }, files: ["img"] } as const;
    expect(writePhpSample({ ...plain, method: "POST", body })).toBe(`<?php

$curl = curl_init('https://vendor.example/pay');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_POSTFIELDS => [
        'img' => new CURLFile('npwp.jpg', 'image/jpeg'),
        'key' => 'k',
    ],
${ending}`);
  });

  it("a program of PHP sends JSON", () => {
    const headers = { "Content-Type": "application/json" };
    const body = { type: "json", value: { amount: 1 } } as const;
    expect(writePhpSample({ ...plain, method: "POST", headers, body })).toBe(`<?php

$curl = curl_init('https://vendor.example/pay');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_POSTFIELDS => json_encode(['amount' => 1], JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR),
    CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
${ending}`);
  });

  it("a program of PHP sends JSON that it signs", () => {
    const request: SampleRequest = {
      ...plain,
      method: "POST",
      headers: { Authorization: "Bearer old", "X-Signature": "old", "Content-Type": "application/json" },
      body: { type: "json", value: { amount: 1 } },
      signature: {
        token: {
          request: { ...plain, url: "https://vendor.example/token", method: "POST", body: { type: "none" } },
          field: "issued",
        },
        secret: "S3cr3t",
        text: "token={token}&timestamp={timestamp}&body={body}",
        headers: { Authorization: "bearer", "X-Signature": "signature" },
      },
    };
    expect(writePhpSample(request)).toBe(String.raw`<?php

$curl = curl_init('https://vendor.example/token');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_FOLLOWLOCATION => false,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT_MS => 45000,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
$token = json_decode($answer, true)['issued'];

$secret = 'S3cr3t';
$body = json_encode(['amount' => 1], JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
$timestamp = gmdate('Y-m-d\TH:i:s.v\Z');
$text = "token={$token}&timestamp={$timestamp}&body={$body}";
$signature = base64_encode(hash_hmac('sha256', $text, $secret, true));

$curl = curl_init('https://vendor.example/pay');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_POSTFIELDS => $body,
    CURLOPT_HTTPHEADER => [
        "Authorization: Bearer {$token}",
        "X-Signature: {$signature}",
        'Content-Type: application/json',
    ],
${ending}`);
  });
});

/** The program without its strings; a quote that is left over stands alone. */
function withoutStrings(program: string): string {
  return program.replace(/'(?:[^\\']|\\.)*'|"(?:[^\\"]|\\.)*"/gs, "");
}

function unbalanced(text: string): string {
  const inner = text.replace(/\(\)|\[\]|\{\}/g, "");
  return inner === text ? inner : unbalanced(inner);
}

describe.each(listVendors())("the programs of $id", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  const profile = await loadProfile(vendor);

  it.each(firstScenarios(listScenarios(vendor.id, spec)))(
    "every quote and bracket of the program in PHP is closed: $name",
    (scenario) => {
      const bare = withoutStrings(writePhpSample(sampleRequest(spec, scenario, profile, sandboxUrl(vendor))));
      expect(unbalanced(bare.replace(/[^'"()[\]{}]/g, ""))).toBe("");
    },
  );
});
