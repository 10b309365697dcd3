// What a supplier does with the link of the mail: business number, invoice, certificate, approval or refusal.
import { strict as assert } from "node:assert";
import { join } from "node:path";
import { newVisitor } from "./visitor.mjs";

export function newSupplier(link) {
  const visitor = newVisitor();
  return {
    async enterBusinessNumber(number) {
      const page = await visitor.open(link);
      const form = page.forms.find((one) => one.fields.some(({ name }) => name?.toLowerCase() === "businessnumber"));
      assert.ok(form, `no form asks for the business number on ${page.url}:\n${page.text}`);
      const { name } = form.fields.find((field) => field.name?.toLowerCase() === "businessnumber");
      return form.send({ [name]: number });
    },

    invoice: () => visitor.open(`${link}/invoice`),
    result: () => visitor.open(`${link}/result`),

    async approve() {
      const page = await visitor.open(`${link}/invoice`);
      assert.equal(page.forms.length, 1, `the invoice page has one form, for approving:\n${page.text}`);
      return page.forms[0].send();
    },

    async refuse(detail) {
      const page = await visitor.open(`${link}/refuse`);
      const reason = page.forms[0].fields.find(({ type }) => type === "radio");
      return page.forms[0].send({ [reason.name]: reason.value, Detail: detail });
    },

    // From our certificate page on to the agency's own page; gives the page that the agency's form ends on.
    async registerCertificate({ folder, password }) {
      const ours = await visitor.open(`${link}/certificate`);
      const registration = ours.links.find(({ text }) => text.includes("인증서 등록하러 가기"));
      assert.ok(registration, `no link to the registration on ${ours.url}:\n${ours.text}`);
      return registerAt(await visitor.open(new URL(registration.href, ours.url)), { folder, password });
    },
  };
}

// On the agency's own page; gives the page that its form ends on.
export async function registerAt(page, { folder, password }) {
  const form = page.forms.find(({ fields }) => fields.some(({ type }) => type === "file"));
  assert.ok(form, `no form takes files on ${page.url}:\n${page.text}`);
  const values = {};
  for (const { name, type } of form.fields) {
    if (type === "password") values[name] = password;
    else if (type === "file" && /key|pri/i.test(name)) values[name] = [join(folder, "signPri.key")];
    else if (type === "file" && /cert|der/i.test(name)) values[name] = [join(folder, "signCert.der")];
  }
  return form.send(values);
}
