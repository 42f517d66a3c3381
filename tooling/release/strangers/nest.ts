const compilerOptions = {
  target: "es2022",
  module: "commonjs",
  strict: true,
  skipLibCheck: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  outDir: "out",
};

/** An application of NestJS before version 11, with the options that its command line writes. */
export const nestFiles = {
  "tsconfig.json": JSON.stringify({ compilerOptions, files: ["main.ts"] }),
  "main.ts": `import "reflect-metadata";
import { Inject, Injectable, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { createPbb, Pbb } from "@setor/pbb";
import { createSandbox } from "@setor/sandbox";

const { baseUrl, fetch } = createSandbox();

@Injectable()
class Bills {
  constructor(@Inject("pbb") private readonly pbb: Pbb) {}

  find() {
    return this.pbb.inquire({ nop: "992901000100100010", thn: "2013" });
  }
}

@Module({ providers: [Bills, { provide: "pbb", useFactory: () => createPbb({ baseUrl: baseUrl("pbb"), fetch }) }] })
class Application {}

void NestFactory.createApplicationContext(Application, { logger: false })
  .then((application) => application.get(Bills).find())
  .then((bill) => console.log(JSON.stringify(bill.ok && bill.data.pokok)));
`,
};
