import "reflect-metadata";
import { Body, Controller, Get, Header, Inject, Module, NotFoundException, Param, Post, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import type { NestExpressApplication } from "@nestjs/platform-express";
import { payPage } from "./page.js";
import { openShop } from "./shop.js";

type Shop = Awaited<ReturnType<typeof openShop>>;

/** What is used of the answer of Express. */
interface Answer {
  redirect(status: number, url: string): void;
  status(code: number): Answer;
  send(body: string): void;
}

@Controller()
class Orders {
  constructor(@Inject("shop") private readonly shop: Shop) {}

  // The price is the shop's own, never the browser's.
  @Post("orders")
  create(@Res() answer: Answer) {
    answer.redirect(303, `/orders/${this.shop.create(25_578)}`);
  }

  @Get("orders/:id")
  @Header("Cache-Control", "no-store")
  async show(@Param("id") id: string) {
    return payPage(found(await this.shop.look(id)));
  }

  @Post("orders/:id")
  async invoice(@Param("id") id: string, @Res() answer: Answer) {
    const sale = found(await this.shop.invoice(id));
    if (sale.problem) answer.status(503).send(payPage(sale));
    else answer.redirect(303, `/orders/${id}`);
  }

  @Post("qris")
  async notice(@Body() body: unknown, @Res() answer: Answer) {
    await this.shop.notice(body);
    answer.status(200).send('{"status":"ok"}');
  }
}

function found<T>(sale: T | undefined): T {
  if (sale === undefined) throw new NotFoundException();
  return sale;
}

const shop = await openShop();

@Module({ controllers: [Orders], providers: [{ provide: "shop", useValue: shop }] })
class Application {}

const app = await NestFactory.create<NestExpressApplication>(Application, { bodyParser: false, logger: ["error"] });
// The body as text: a JSON parser would hide that a notice names two invoices.
app.useBodyParser("text", { type: () => true, limit: "16kb" });
await app.listen(process.env["PORT"] ?? 3000, "127.0.0.1");
console.log(await app.getUrl());

process.once("SIGTERM", () => app.close().then(() => shop.close()));
