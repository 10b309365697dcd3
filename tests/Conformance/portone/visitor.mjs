// A person at a browser without JavaScript: follows links and redirects, keeps cookies per host, sends forms as they stand
// on the page, hidden fields included.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";

export function newVisitor() {
  const jar = new Map();

  async function open(address, init = {}) {
    let url = new URL(address);
    let request = init;
    for (let hops = 0; hops < 10; hops++) {
      const cookies = [...(jar.get(url.host) ?? new Map())].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(url, { ...request, redirect: "manual", headers: cookies ? { cookie: cookies } : {} });
      keepCookies(url.host, response);
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || !location) {
        return page(url, response.status, await response.text());
      }
      await response.arrayBuffer();
      url = new URL(location, url);
      if (response.status !== 307 && response.status !== 308) request = {};
    }
    throw new Error(`too many redirects: ${address}`);
  }

  function keepCookies(host, response) {
    const kept = jar.get(host) ?? new Map();
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(";");
      const at = pair.indexOf("=");
      kept.set(pair.slice(0, at), pair.slice(at + 1));
    }
    jar.set(host, kept);
  }

  const page = (url, status, html) => ({
    url,
    status,
    html,
    text: unescape(html.replace(/<(script|style)[\s\S]*?<\/\1>/gi, "").replace(/<[^>]+>/g, " ")).replace(/\s+/g, " "),
    forms: [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, attributes, inner]) => form(url, attributes, inner)),
    links: [...html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)].map(([, attributes, inner]) => ({
      href: attribute(attributes, "href"),
      text: inner.replace(/<[^>]+>/g, "").trim(),
    })),
  });

  function form(url, attributes, inner) {
    const fields = [...inner.matchAll(/<(input|textarea|select)\b([^>]*)>/gi)].map(([, , own]) => ({
      name: attribute(own, "name"),
      type: attribute(own, "type") ?? "text",
      value: attribute(own, "value") ?? "",
    }));
    const isMultipart = attribute(attributes, "enctype") === "multipart/form-data";
    return {
      fields,
      // Values by field name; an array of a path stands for a file.
      async send(values = {}) {
        const body = isMultipart ? new FormData() : new URLSearchParams();
        for (const { name, type, value } of fields) {
          if (name && type === "hidden" && !(name in values)) body.append(name, value);
        }
        for (const [name, value] of Object.entries(values)) {
          if (Array.isArray(value)) body.append(name, new Blob([await readFile(value[0])]), basename(value[0]));
          else body.append(name, value);
        }
        return open(new URL(attribute(attributes, "action") || url, url), { method: "POST", body });
      },
    };
  }

  return { open };
}

function attribute(text, name) {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(text);
  return found ? unescape(found[1] ?? found[2] ?? found[3]) : null;
}

function unescape(text) {
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? whole));
}
