"use strict";

const byId = id => document.getElementById(id);

function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function authorized(headers = {}) {
  const token = byId("token").value.trim();
  return token ? { ...headers, Authorization: `Bearer ${token}` } : headers;
}

// An operator who logs in here has a cookie that no script reads, and this for everything but reading.
const csrf = {
  get value() { return sessionStorage.getItem("csrf"); },
  set value(token) { token ? sessionStorage.setItem("csrf", token) : sessionStorage.removeItem("csrf"); },
};
const login = "start_operator_session", logout = "end_operator_session";

// Indented JSON in which a row of values stays a line.
function pretty(value, indent = "") {
  const inner = indent + "  ";
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const isRow = Array.isArray(value) && value.every(v => v === null || typeof v !== "object");
  const members = Array.isArray(value) ? value.map(v => pretty(v, inner)) : Object.entries(value).map(([name, v]) => `${JSON.stringify(name)}: ${pretty(v, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (isRow || members.length === 0) return open + members.join(", ") + close;
  return `${open}\n${inner}${members.join(`,\n${inner}`)}\n${indent}${close}`;
}

// What a schema allows, in a few words.
function words(schema) {
  const parts = [];
  if (schema.type === "array") parts.push("list of " + (schema.items.enum ? "values" : schema.items.type));
  else if (!schema.enum) parts.push({ "date-time": "time, such as 2026-01-31T12:00Z", date: "day, such as 2026-01-31", string: "text" }[schema.format ?? schema.type] ?? schema.type);
  const bounds = schema.type === "array" ? schema.items : schema;
  if (bounds.minimum !== undefined || bounds.maximum !== undefined) parts.push(`${bounds.minimum ?? ""} to ${bounds.maximum ?? ""}`.trim());
  if (bounds.enum && bounds.enum.length <= 8) parts.push(bounds.enum.join(", "));
  if (schema.default !== undefined && !schema.enum) parts.push(`default ${JSON.stringify(schema.default).replaceAll('"', "")}`);
  return parts.join(" · ");
}

function inputFor(schema, id, isRequired) {
  const choices = schema.enum ?? (schema.type === "boolean" ? ["true", "false"] : null);
  const input = element(choices ? "select" : "input");
  input.id = id;
  if (choices) {
    const first = element("option", "", isRequired ? "" : schema.default !== undefined ? `${schema.default} (default)` : "");
    first.value = "";
    input.append(first, ...choices.map(choice => element("option", "", choice)));
  } else {
    input.autocomplete = "off";
    input.spellcheck = false;
    if (schema.default !== undefined) input.placeholder = String(schema.default);
  }
  return input;
}

function parametersOf(operation) {
  const listed = (operation.parameters ?? []).filter(p => p.name).map(p => ({ ...p, place: p.in }));
  const body = operation.requestBody?.content["application/json"].schema;
  const members = Object.entries(body?.properties ?? {}).map(([name, schema]) =>
    ({ name, schema, place: "body", required: body.required?.includes(name) ?? false, description: schema.description }));
  return [...listed, ...members];
}

function request(method, path, operation, parameters, values) {
  let url = path;
  const query = new URLSearchParams();
  const body = {};
  for (const { name, place } of parameters) {
    const value = values[name];
    if (place === "path") url = url.replace(`{${name}}`, encodeURIComponent(value));
    else if (value !== "" && place === "query") query.append(name, value);
    else if (value !== "") body[name] = value;
  }
  const options = { method, headers: operation.operationId === login ? {} : authorized() };
  if (method !== "GET" && csrf.value && !options.headers.Authorization) options.headers["X-OT-CSRF"] = csrf.value;
  if (method === "POST") {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  return fetch(query.size ? `${url}?${query}` : url, options);
}

function operationView(path, method, operation) {
  const view = element("details");
  view.id = operation.operationId;
  const role = operation["x-opentrading-role"];
  view.append(element("summary", "",
    element("span", `method ${method}`, method.toUpperCase()),
    element("span", "path", path),
    element("span", "what", operation.summary),
    element("span", `tag ${role}`, role === "operator" ? "operator" : operation["x-opentrading-effect"])));
  view.addEventListener("toggle", () => {
    if (view.open && view.childElementCount === 1) view.append(bodyOf(path, method, operation));
  });
  return view;
}

function bodyOf(path, method, operation) {
  const body = element("form", "body");
  const parameters = parametersOf(operation);
  const inputs = {};
  body.append(element("p", "quiet", "By its name: ", element("code", "", `opentrading call ${operation.operationId}`), " or ", element("code", "", `POST /call/${operation.operationId}`)));
  if (parameters.length > 0) body.append(element("h3", "", "Arguments"));
  for (const parameter of parameters) {
    const id = `${operation.operationId}.${parameter.name}`;
    const label = element("label", "", parameter.name);
    label.htmlFor = id;
    if (parameter.required) label.append(element("b", "", " *"));
    const input = inputs[parameter.name] = inputFor(parameter.schema, id, parameter.required);
    input.required = parameter.required;
    if (parameter.name === "passphrase") input.type = "password";
    const note = [parameter.description, words(parameter.schema)].filter(word => word && word !== "text").join(" · ");
    body.append(element("div", "row", label, element("div", "", input, element("small", "", note))));
  }

  const send = element("button", "", "Call");
  const status = element("span", "quiet");
  const answer = element("pre");
  status.setAttribute("role", "status");
  answer.hidden = true;
  body.append(element("div", "actions", send, status), answer);
  const errors = operation["x-opentrading-errors"];
  if (errors) body.append(element("h3", "", "Errors besides the common ones"), element("code", "", errors.join("  ")));
  body.addEventListener("submit", async event => {
    event.preventDefault();
    send.disabled = true;
    const started = performance.now();
    try {
      const response = await request(method.toUpperCase(), path, operation, parameters, Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value])));
      const text = await response.text();
      status.textContent = `${response.status} in ${Math.round(performance.now() - started)} ms`;
      status.className = response.ok ? "quiet" : "fault";
      const record = text ? JSON.parse(text) : null;
      if (response.ok && [login, logout].includes(operation.operationId)) {
        csrf.value = record.csrfToken;
        await load();
        byId("live").textContent = record.summary;
      }
      answer.textContent = record ? pretty(record) : "";
    } catch {
      status.textContent = "The host does not answer.";
      status.className = "fault";
      answer.textContent = "";
    }
    answer.hidden = answer.textContent === "";
    send.disabled = false;
  });
  return body;
}

function show(document_) {
  byId("version").textContent = document_.info.version;
  byId("about").textContent = document_.info.description;
  const operations = Object.entries(document_.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const list = byId("list");
  const index = byId("index");
  list.replaceChildren();
  index.replaceChildren();
  for (const { name } of document_.tags) {
    const own = operations.filter(o => o.operation.tags[0] === name);
    list.append(element("section", "", element("h2", "", name), ...own.map(o => operationView(o.path, o.method, o.operation))));
    index.append(element("section", "", element("h2", "", name), ...own.map(o => {
      const link = element("a", "", o.operation.operationId);
      link.href = `#${o.operation.operationId}`;
      link.addEventListener("click", () => { byId(o.operation.operationId).open = true; });
      return link;
    })));
  }
  const asked = location.hash && byId(location.hash.slice(1));
  if (asked) {
    asked.open = true;
    asked.scrollIntoView();
  }
  filter();
}

function filter() {
  const text = byId("search").value.trim().toLowerCase();
  for (const view of document.querySelectorAll("details")) view.hidden = !`${view.id} ${view.firstChild.textContent}`.toLowerCase().includes(text);
  for (const link of document.querySelectorAll("nav a")) link.hidden = byId(link.hash.slice(1)).hidden;
  for (const section of document.querySelectorAll("section")) section.hidden = ![...section.children].slice(1).some(child => !child.hidden);
}

async function load() {
  const live = byId("live");
  try {
    const response = await fetch("/openapi.json", { headers: authorized() });
    const body = await response.json();
    if (response.ok) show(body);
    live.textContent = response.ok ? "" : `${body.detail}. ${body.error.remedy}`;
    live.className = response.ok ? "quiet" : "fault";
  } catch {
    live.textContent = "The host does not answer.";
    live.className = "fault";
  }
}

byId("search").addEventListener("input", filter);
byId("token").addEventListener("change", load);
load();
